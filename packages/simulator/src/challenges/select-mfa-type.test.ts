import { expect, test } from 'vitest'
import { openPool } from '../testing/open-pool.test.support.ts'

const users = [
  {
    username: 'ana',
    password: 'Pa55word!',
    mfa: ['SMS_MFA' as const, 'SOFTWARE_TOKEN_MFA' as const],
    attributes: { phone_number: '+15555550134', email: 'ana@example.com' },
  },
]

test('offers the factors that the user has turned on, as JSON in a string', async () => {
  const { pool, signIn } = openPool({ users })
  expect((await signIn('ana')).ChallengeParameters).toEqual({
    MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
    USERNAME: 'ana',
    USER_ID_FOR_SRP: 'ana',
  })
  expect(pool.outbox).toEqual([])
})

test('asks for the chosen factor under a new Session, and only then sends the code', async () => {
  const { pool, signIn, answer } = openPool({ users })
  const asked = await signIn('ana')
  const chosen = await answer(asked, { ANSWER: 'SMS_MFA' })
  expect(chosen.ChallengeName).toBe('SMS_MFA')
  expect(chosen.Session).not.toBe(asked.Session)
  expect(pool.outbox).toHaveLength(1)
})

test.each([[{ ANSWER: 'EMAIL_OTP' }], [{ ANSWER: 'sms_mfa' }], [{ ANSWER: '' }], [{}]])(
  'refuses %o and then accepts an offered choice',
  async (choice) => {
    const { signIn, answer } = openPool({ users })
    const asked = await signIn('ana')
    expect(await answer(asked, choice as Record<string, string>)).toMatchObject({
      __type: 'InvalidParameterException',
    })
    expect(await answer(asked, { ANSWER: 'SMS_MFA' })).toHaveProperty('Session')
  },
)
