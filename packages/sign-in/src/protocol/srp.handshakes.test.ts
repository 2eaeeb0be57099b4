import { describe, expect, test } from 'vitest'
import { fromBase64 } from '../../../simulator/src/srp/bytes.ts'
import {
  checkClaim,
  derivePublicValue,
  deriveScrambler,
  deriveVerifier,
} from '../../../simulator/src/srp/handshake.ts'
import { createSrpServer } from './srp-server.test.support.ts'
import { forced, secretsOf } from './srp-vectors.test.support.ts'
import { createSrp } from './srp.ts'

/** How many. `npm test` runs 2,000. */
const handshakes = Number(process.env['SALLYPORT_HANDSHAKES'] ?? 200)
const claim = {
  group: 'Example1',
  identity: 'ana',
  secret: 'Pa55word!',
  secretBlock: btoa('a block'),
  timestamp: 'Tue Feb 3 04:05:06 UTC 2026',
}

test('the simulated pool accepts every proof of the kit', { timeout: 300_000 }, async () => {
  const refused = []
  for (let n = 0; n < handshakes; n++) {
    const seed = crypto.randomUUID()
    if (!(await isAccepted(seed))) refused.push(seed)
  }
  expect(refused).toEqual([])
})

test(
  'the kit makes the signature that an independent server expects',
  { timeout: 300_000 },
  async () => {
    const different = []
    for (let n = 0; n < handshakes / 10; n++) {
      const seed = crypto.randomUUID()
      const { signature, expected } = await signBoth(seed)
      if (signature !== expected) different.push(seed)
    }
    expect(different).toEqual([])
  },
)

test('a proof of another password is refused', async () => {
  const secret = 'Pa55word?'
  expect(await isAccepted('another', { secret })).toBe(false)
  const { signature, expected } = await signBoth('another', { secret })
  expect(signature).not.toBe(expected)
})

describe('64 handshakes with numbers that are easily padded wrongly', () => {
  test.each(forced)('$of with $kind ($n)', async ({ of, n, shows }) => {
    const { a, b, salt } = secretsOf(n)
    const server = createSrpServer({ ...claim, b, salt })
    const { publicKey } = await createSrp(a)
    const A = BigInt(`0x${publicKey}`)
    const numbers = { A, B: server.B, verifier: server.verifier, salt, ...server.agree(A) }
    const size = { u: 32, salt: 16 }[of] ?? 384
    expect(shows(numbers[of as keyof typeof numbers], size)).toBe(true)

    expect(await isAccepted(n)).toBe(true)
    const { signature, expected } = await signBoth(n)
    expect(signature).toBe(expected)
  })

  test('there are 64', () => {
    expect(forced).toHaveLength(64)
  })
})

/** Whether the simulator accepts a proof of the kit. */
async function isAccepted(seed: number | string, wrong: { secret?: string } = {}) {
  const { a, b, salt } = secretsOf(seed)
  const whose = { group: claim.group, name: claim.identity }
  const verifier = await deriveVerifier(whose, claim.secret, salt)
  const B = derivePublicValue(b, verifier)
  const srp = await createSrp(a)
  const signature = await srp.prove({
    ...claim,
    ...wrong,
    serverKey: B.toString(16),
    salt: salt.toString(16),
  })
  const A = BigInt(`0x${srp.publicKey}`)
  const handshake = { A, b, scrambler: await deriveScrambler(A, B), verifier }
  const secretBlock = fromBase64(claim.secretBlock)!
  const { timestamp } = claim
  return checkClaim(whose, handshake, {
    signature: fromBase64(signature)!,
    secretBlock,
    timestamp,
  })
}

async function signBoth(seed: number | string, wrong: { secret?: string } = {}) {
  const { a, b, salt } = secretsOf(seed)
  const server = createSrpServer({ ...claim, b, salt })
  const srp = await createSrp(a)
  const keys = { serverKey: server.B.toString(16), salt: salt.toString(16) }
  const signature = await srp.prove({ ...claim, ...wrong, ...keys })
  return { signature, expected: server.sign(BigInt(`0x${srp.publicKey}`), claim) }
}
