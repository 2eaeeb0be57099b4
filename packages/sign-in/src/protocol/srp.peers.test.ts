import { createSrpSession, signSrpSession } from 'cognito-srp-helper'
import { describe, expect, test } from 'vitest'
import { fromBase64 } from '../../../simulator/src/srp/bytes.ts'
import {
  checkClaim,
  derivePublicValue,
  deriveScrambler,
  deriveVerifier,
} from '../../../simulator/src/srp/handshake.ts'
import { forced, secretsOf } from './srp-vectors.test.support.ts'
import { createSrp } from './srp.ts'

// Another client, which takes a quarter of a second per handshake. `npm test` runs 200.
const handshakes = Number(process.env['SALLYPORT_HANDSHAKES'] ?? 200) / 10
const password = 'Pa55word!'

test('the simulated pool accepts every proof of another client', { timeout: 300_000 }, async () => {
  const refused = []
  for (let n = 0; n < handshakes; n++) {
    const seed = crypto.randomUUID()
    const session = createSrpSession('ana', password, 'eu-west-1_Example1', false)
    if (!(await isAccepted(seed, session))) refused.push(seed)
  }
  expect(refused).toEqual([])
})

test('the kit makes the same signature as another client', { timeout: 300_000 }, async () => {
  const different = []
  for (let n = 0; n < handshakes; n++) {
    const seed = crypto.randomUUID()
    const { a, b, salt } = secretsOf(seed)
    const verifier = await deriveVerifier({ group: 'Example1', name: 'ana' }, password, salt)
    const challenge = {
      SALT: salt.toString(16),
      SECRET_BLOCK: btoa('a block'),
      SRP_B: derivePublicValue(b, verifier).toString(16),
      USER_ID_FOR_SRP: 'ana',
    }
    const { publicKey, prove } = await createSrp(a)
    const session = sessionOf(a, publicKey)
    const ours = await prove({
      serverKey: challenge.SRP_B,
      salt: challenge.SALT,
      secretBlock: challenge.SECRET_BLOCK,
      group: 'Example1',
      identity: 'ana',
      secret: password,
      timestamp: session.timestamp,
    })
    const theirs = signSrpSession(session, { ChallengeParameters: challenge })
    if (ours !== theirs.passwordSignature) different.push(seed)
  }
  expect(different).toEqual([])
})

test('the simulated pool accepts no proof of another password', async () => {
  const session = createSrpSession('ana', 'Pa55word?', 'eu-west-1_Example1', false)
  expect(await isAccepted('another', session)).toBe(false)
})

describe('numbers that are easily padded wrongly', () => {
  test.each(forced)('$of with $kind ($n)', async ({ n }) => {
    const { a } = secretsOf(n)
    const { publicKey } = await createSrp(a)
    const session = sessionOf(a, publicKey)
    expect(await isAccepted(n, session)).toBe(true)
  })
})

/** A session of the other client with the secret of the kit. */
function sessionOf(a: Uint8Array, publicKey: string): ReturnType<typeof createSrpSession> {
  return {
    username: 'ana',
    password,
    poolId: 'eu-west-1_Example1',
    poolIdAbbr: 'Example1',
    isHashed: false,
    timestamp: 'Tue Feb 3 04:05:06 UTC 2026',
    smallA: Buffer.from(a).toString('hex'),
    largeA: publicKey,
  }
}

async function isAccepted(
  seed: number | string,
  session: ReturnType<typeof createSrpSession>,
): Promise<boolean> {
  const { b, salt } = secretsOf(seed)
  const whose = { group: 'Example1', name: 'ana' }
  const verifier = await deriveVerifier(whose, password, salt)
  const B = derivePublicValue(b, verifier)
  const block = btoa('a block')
  const { passwordSignature, timestamp } = signSrpSession(session, {
    ChallengeParameters: {
      SALT: salt.toString(16),
      SECRET_BLOCK: block,
      SRP_B: B.toString(16),
      USER_ID_FOR_SRP: 'ana',
    },
  })
  const A = BigInt(`0x${session.largeA}`)
  const handshake = { A, b, scrambler: await deriveScrambler(A, B), verifier }
  return checkClaim(whose, handshake, {
    signature: fromBase64(passwordSignature)!,
    secretBlock: fromBase64(block)!,
    timestamp,
  })
}
