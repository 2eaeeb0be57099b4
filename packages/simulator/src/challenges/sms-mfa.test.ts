import { describe, expect, test } from 'vitest'
import { type Answer, exception, openPool } from '../testing/open-pool.test.support.ts'

const users = [
  {
    username: 'ana',
    password: 'Pa55word!',
    mfa: ['SMS_MFA' as const],
    attributes: { phone_number: '+15555550134', phone_number_verified: 'false' },
  },
]

describe('asked', () => {
  test('sends a code and shows the number masked', async () => {
    const { pool, signIn } = openPool({ users, codes: () => '135246' })
    expect(await signIn('ana')).toEqual({
      ChallengeName: 'SMS_MFA',
      Session: expect.stringMatching(/^[\w-]{1000,2048}$/),
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
        CODE_DELIVERY_DESTINATION: '+*******0134',
        USERNAME: 'ana',
        USER_ID_FOR_SRP: 'ana',
      },
    })
    expect(pool.outbox).toEqual([
      {
        medium: 'SMS',
        destination: '+15555550134',
        username: 'ana',
        userPoolId: 'eu-west-1_Simulated',
        code: '135246',
        reason: 'Authentication',
        sentAt: '2026-11-21T12:00:00.000Z',
      },
    ])
  })
})

describe('answered', () => {
  async function ask() {
    const opened = openPool({ users })
    return { ...opened, asked: await opened.signIn('ana') }
  }

  test('accepts the code that was sent, and verifies the number', async () => {
    const { pool, ask: askFor, asked, answer } = await ask()
    const { AuthenticationResult: tokens } = await answer(asked, {
      SMS_MFA_CODE: pool.outbox.at(-1)!.code,
    })
    const { UserAttributes: attributes } = await askFor('GetUser', tokens)
    expect(attributes).toContainEqual({ Name: 'phone_number_verified', Value: 'true' })
  })

  test('does not turn on a factor that was asked because the pool requires one', async () => {
    const { username, password, attributes } = users[0]!
    const {
      pool,
      ask: askFor,
      signIn,
      answer,
    } = openPool({
      users: [{ username, password, attributes }],
      mfa: 'ON',
    })
    const asked = await signIn('ana')
    await answer(asked, { SMS_MFA_CODE: pool.outbox.at(-1)!.code })
    expect(await askFor('AdminGetUser', { Username: 'ana' })).not.toHaveProperty(
      'UserMFASettingList',
    )
  })

  test('refuses a wrong code and accepts the right one afterwards', async () => {
    const { pool, asked, answer } = await ask()
    const wrong = await answer(asked, { SMS_MFA_CODE: '12345' })
    expect(wrong).toEqual(
      exception('CodeMismatchException', 'Invalid code or auth state for the user.'),
    )
    const right: Answer = await answer(asked, { SMS_MFA_CODE: pool.outbox.at(-1)!.code })
    expect(right.AuthenticationResult).toBeDefined()
  })

  test('refuses the code of another sign-in', async () => {
    const { pool, asked, answer, signIn } = await ask()
    const { code } = pool.outbox.at(-1)!
    const later = await signIn('ana')
    expect(await answer(later, { SMS_MFA_CODE: code })).toMatchObject({
      __type: 'CodeMismatchException',
    })
    expect(await answer(asked, { SMS_MFA_CODE: code })).toHaveProperty('AuthenticationResult')
  })

  test('requires the code under its own key', async () => {
    const { pool, asked, answer } = await ask()
    expect(await answer(asked, { EMAIL_OTP_CODE: pool.outbox.at(-1)!.code })).toEqual(
      exception('InvalidParameterException', 'Missing required parameter SMS_MFA_CODE'),
    )
  })
})
