import { expect, test, vi } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import { passwordVerifier } from './password-verifier.protocol.ts'
import { asked } from './password-verifier.recording.ts'

test.each(['SRP_B', 'SALT', 'SECRET_BLOCK', 'USER_ID_FOR_SRP'])(
  'without %s it is a bad answer',
  (missing) => {
    const ChallengeParameters = { ...asked.ChallengeParameters, [missing]: '' }
    expect(() => passwordVerifier.read({ ...asked, ChallengeParameters })).toThrow(
      expect.objectContaining({ code: 'bad-answer' }),
    )
  },
)

test('proves the password unchanged, with USER_ID_FOR_SRP', async () => {
  const prove = vi.fn(async () => 'signature')
  const context: Partial<SignInContext> = {
    poolName: 'Example1',
    password: ' Pa55 word ',
    now: () => new Date(),
    srp: async () => ({ publicKey: 'a', prove, spent: false }),
  }
  const answer = await passwordVerifier.answerItself?.(
    passwordVerifier.read(asked),
    context as SignInContext,
  )
  const { timestamp = '' } = answer ?? {}
  expect(prove).toHaveBeenCalledExactlyOnceWith({
    serverKey: 'b39ff004',
    salt: '79b00c90ebb6221ab4cad530f41441ed',
    secretBlock: 'CDX6lsfSAAECAwQFBgcICQoLDA0ODw==',
    group: 'Example1',
    identity: '3f2c1a90-7b64-4d8e-9a51-0c2e8f6d1b7a',
    secret: ' Pa55 word ',
    timestamp,
  })
  expect(answer && passwordVerifier.write?.(answer)).toEqual({
    PASSWORD_CLAIM_SIGNATURE: 'signature',
    PASSWORD_CLAIM_SECRET_BLOCK: 'CDX6lsfSAAECAwQFBgcICQoLDA0ODw==',
    TIMESTAMP: timestamp,
  })
})
