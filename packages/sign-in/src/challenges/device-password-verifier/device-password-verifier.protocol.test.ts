import { expect, test, vi } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { devicePasswordVerifier } from './device-password-verifier.protocol.ts'
import { asked } from './device-password-verifier.recording.ts'

const device = { key: 'us-west-2_a1b2', groupKey: '-v7w9UcY6', secret: 'AAECAwQF' }

test.each(['SRP_B', 'SALT', 'SECRET_BLOCK'])('without %s it is a bad answer', (missing) => {
  const ChallengeParameters = { ...asked.ChallengeParameters, [missing]: '' }
  expect(() => devicePasswordVerifier.read({ ...asked, ChallengeParameters })).toThrow(
    expect.objectContaining({ code: 'bad-answer' }),
  )
})

test('proves the secret of the device with its key and group key', async () => {
  const prove = vi.fn(async () => 'signature')
  const context: Partial<SignInContext> = {
    device,
    password: 'Pa55word!',
    now: () => new Date('2026-02-03T04:05:06Z'),
    srp: async () => ({ publicKey: 'a', prove, spent: false }),
  }
  const challenge = devicePasswordVerifier.read(asked)
  const answer = await devicePasswordVerifier.answerItself?.(challenge, context as SignInContext)
  expect(prove).toHaveBeenCalledExactlyOnceWith({
    serverKey: 'b39ff004',
    salt: 'eb96c4a1d2b3f4051627384950a1b2c3',
    secretBlock: 'CDX6lsfSAAECAwQFBgcICQoLDA0ODw==',
    group: '-v7w9UcY6',
    identity: 'us-west-2_a1b2',
    secret: 'AAECAwQF',
    timestamp: 'Tue Feb 3 04:05:06 UTC 2026',
  })
  expect(answer && devicePasswordVerifier.write?.(answer)).toEqual({
    DEVICE_KEY: 'us-west-2_a1b2',
    PASSWORD_CLAIM_SIGNATURE: 'signature',
    PASSWORD_CLAIM_SECRET_BLOCK: 'CDX6lsfSAAECAwQFBgcICQoLDA0ODw==',
    TIMESTAMP: 'Tue Feb 3 04:05:06 UTC 2026',
  })
})

test('a bad answer, if this browser has no device', async () => {
  const challenge = devicePasswordVerifier.read(asked)
  const answer = devicePasswordVerifier.answerItself?.(challenge, {} as SignInContext)
  await expect(answer).rejects.toMatchObject({ code: 'bad-answer' })
})
