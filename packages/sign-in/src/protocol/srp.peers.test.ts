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

// Somebody else's client, and slow: a fifth of a second for each. `npm test` runs 100.
const handshakes = Number(process.env['SALLYPORT_HANDSHAKES'] ?? 200) / 20
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

test('and none of another password', async () => {
  const session = createSrpSession('ana', 'Pa55word?', 'eu-west-1_Example1', false)
  expect(await isAccepted('another', session)).toBe(false)
})

describe('numbers of every awkward form', () => {
  test.each(forced)('$of with $kind ($n)', async ({ n }) => {
    const { a } = secretsOf(n)
    const { publicKey } = await createSrp(a)
    const session = {
      username: 'ana',
      password,
      poolId: 'eu-west-1_Example1',
      poolIdAbbr: 'Example1',
      isHashed: false,
      timestamp: 'Tue Feb 3 04:05:06 UTC 2026',
      smallA: Buffer.from(a).toString('hex'),
      largeA: publicKey,
    }
    expect(await isAccepted(n, session)).toBe(true)
  })
})

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
