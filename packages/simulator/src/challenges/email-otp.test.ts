import { expect, test } from 'vitest'
import { exception, openPool } from '../testing/open-pool.test.support.ts'

const users = [
  {
    username: 'ana',
    password: 'Pa55word!',
    mfa: ['EMAIL_OTP' as const],
    attributes: { email: 'jane@example.com' },
  },
]

test('sends a code and shows the address masked', async () => {
  const { pool, signIn } = openPool({ users })
  expect((await signIn('ana')).ChallengeParameters).toEqual({
    CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
    CODE_DELIVERY_DESTINATION: 'j***@e***',
    USERNAME: 'ana',
    USER_ID_FOR_SRP: 'ana',
  })
  expect(pool.outbox).toMatchObject([{ medium: 'EMAIL', destination: 'jane@example.com' }])
})

test('refuses a wrong code and accepts the right one afterwards', async () => {
  const { pool, signIn, answer } = openPool({ users })
  const asked = await signIn('ana')
  expect(await answer(asked, { EMAIL_OTP_CODE: '12345' })).toEqual(
    exception('CodeMismatchException', 'Invalid code or auth state for the user.'),
  )
  const { code } = pool.outbox.at(-1)!
  expect(await answer(asked, { EMAIL_OTP_CODE: code })).toHaveProperty('AuthenticationResult')
})

test('refuses a code under EMAIL_MFA_CODE, which only the SDK’s documentation mentions', async () => {
  const { pool, signIn, answer } = openPool({ users })
  const asked = await signIn('ana')
  expect(await answer(asked, { EMAIL_MFA_CODE: pool.outbox.at(-1)!.code })).toEqual(
    exception('InvalidParameterException', 'Missing required parameter EMAIL_OTP_CODE'),
  )
})
