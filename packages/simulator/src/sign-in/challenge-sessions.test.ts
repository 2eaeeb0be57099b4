import { describe, expect, test } from 'vitest'
import { openPool, password, exception } from '../testing/open-pool.test.support.ts'
import type { UserPoolOptions } from '../user-pool-options.ts'

const users = ['ana', 'bob'].map((username) => ({
  username,
  password,
  mfa: ['SMS_MFA' as const],
  attributes: { phone_number: '+15555550134' },
}))

async function ask(options: UserPoolOptions = {}) {
  const opened = openPool({ users, ...options })
  const asked = await opened.signIn('ana')
  const right = { SMS_MFA_CODE: opened.pool.outbox.at(-1)!.code }
  return { ...opened, asked, right }
}

const expired = exception(
  'NotAuthorizedException',
  'Invalid session for the user, session is expired.',
)
const spent = exception(
  'NotAuthorizedException',
  'Invalid session for the user, session can only be used once.',
)
const invalid = exception('NotAuthorizedException', 'Invalid session for the user.')

describe('open', () => {
  test.each([
    [3, undefined],
    [15, 15],
  ])('lives %d minutes and not a second longer', async (minutes, authSessionValidity) => {
    const options = authSessionValidity === undefined ? {} : { authSessionValidity }
    const { pool, asked, right, answer } = await ask(options)
    pool.clock.advance(minutes * 60 - 1)
    expect(await answer(asked, { SMS_MFA_CODE: '1' })).toMatchObject({
      __type: 'CodeMismatchException',
    })
    pool.clock.advance(1)
    expect(await answer(asked, right)).toEqual(expired)
  })

  test('survives answers that are malformed', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    expect(await answer(asked, {})).toMatchObject({ __type: 'InvalidParameterException' })
    expect(await askFor('RespondToAuthChallenge', { Session: asked.Session })).toMatchObject({
      __type: 'InvalidParameterException',
    })
    expect(await answer(asked, right)).toHaveProperty('AuthenticationResult')
  })

  test('of two right answers at once, one counts', async () => {
    const { asked, right, answer } = await ask()
    const answers = await Promise.all([answer(asked, right), answer(asked, right)])
    expect(answers.filter(({ AuthenticationResult }) => AuthenticationResult)).toHaveLength(1)
    expect(answers).toContainEqual(spent)
  })
})

describe('used', () => {
  test('is good for nothing more', async () => {
    const { asked, right, answer } = await ask()
    await answer(asked, right)
    expect(await answer(asked, right)).toEqual(spent)
  })
})

describe('of somebody or something else', () => {
  test('does not open another user’s account', async () => {
    const { asked, right, answer } = await ask()
    expect(await answer(asked, { ...right, USERNAME: 'bob' })).toEqual(invalid)
    expect(await answer(asked, right)).toHaveProperty('AuthenticationResult')
  })

  test('does not answer another challenge', async () => {
    const { asked, answer } = await ask()
    const other = { ...asked, ChallengeName: 'SOFTWARE_TOKEN_MFA' }
    expect(await answer(other, { SOFTWARE_TOKEN_MFA_CODE: '123456' })).toEqual(invalid)
  })

  test('does not serve another client', async () => {
    const { asked, right, ask: askFor } = await ask()
    const { UserPoolClient: other } = await askFor('CreateUserPoolClient', { ClientName: 'other' })
    expect(
      await askFor('RespondToAuthChallenge', {
        ...(other as { ClientId: string }),
        ChallengeName: 'SMS_MFA',
        Session: asked.Session,
        ChallengeResponses: { USERNAME: 'ana', ...right },
      }),
    ).toEqual(invalid)
  })

  test('does not pass from the public side to the administrator’s', async () => {
    const { asked, right, ask: askFor } = await ask()
    expect(
      await askFor('AdminRespondToAuthChallenge', {
        ChallengeName: 'SMS_MFA',
        Session: asked.Session,
        ChallengeResponses: { USERNAME: 'ana', ...right },
      }),
    ).toEqual(invalid)
  })

  test('does not set up an app unless MFA_SETUP asked for it', async () => {
    const { asked, ask: askFor } = await ask()
    const { Session } = asked
    expect(await askFor('AssociateSoftwareToken', { Session })).toEqual(invalid)
  })

  test('made up, or missing, is no Session', async () => {
    const { asked, right, answer } = await ask()
    expect(await answer({ ...asked, Session: 'x'.repeat(1500) }, right)).toEqual(invalid)
    const without = { ...asked, Session: undefined as never }
    expect(await answer(without, right)).toEqual(
      exception('InvalidParameterException', 'Missing required parameter Session'),
    )
    expect(await answer({ ...asked, Session: 'x' }, right)).toMatchObject({
      message: expect.stringMatching(/^1 validation error detected: Value at 'session'/),
    })
  })
})

describe('of a user who has changed meanwhile', () => {
  test('does not open the account of a later user of the same name', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    await askFor('AdminDeleteUser', { Username: 'ana' })
    await askFor('AdminCreateUser', { Username: 'ana' })
    await askFor('AdminSetUserPassword', { Username: 'ana', Password: password, Permanent: true })
    expect(await answer(asked, right)).toEqual(invalid)
  })

  test('does not bring back the number that an administrator has changed', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    const UserAttributes = [{ Name: 'phone_number', Value: '+15555550135' }]
    await askFor('AdminUpdateUserAttributes', { Username: 'ana', UserAttributes })
    expect(await answer(asked, right)).toHaveProperty('AuthenticationResult')
    expect((await askFor('AdminGetUser', { Username: 'ana' })).UserAttributes).toEqual([
      { Name: 'sub', Value: expect.any(String) },
      { Name: 'phone_number', Value: '+15555550135' },
    ])
  })

  test('is over when the method that it asks for is gone', async () => {
    const opened = openPool({ users: [{ ...users[0]!, mfa: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] }] })
    const { ask: askFor, signIn, answer } = opened
    const asked = await signIn('ana')
    const ANSWER = 'SMS_MFA'
    const UserAttributes = [{ Name: 'phone_number', Value: '' }]
    await askFor('AdminUpdateUserAttributes', { Username: 'ana', UserAttributes })
    expect(await answer(asked, { ANSWER })).toMatchObject({ __type: 'MFAMethodNotFoundException' })
    expect(await answer(asked, { ANSWER })).toEqual(spent)
  })

  test('is over once the password that opened it is another', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    const Password = 'An0ther-password'
    await askFor('AdminSetUserPassword', { Username: 'ana', Password, Permanent: true })
    expect(await answer(asked, right)).toEqual(invalid)
  })

  test('is over once the password is a temporary one, which has to be replaced', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    await askFor('AdminSetUserPassword', { Username: 'ana', Password: 'An0ther-password' })
    expect(await answer(asked, right)).toEqual(invalid)
  })

  test.each([
    ['AdminDisableUser', exception('NotAuthorizedException', 'User is disabled.')],
    [
      'AdminResetUserPassword',
      exception('PasswordResetRequiredException', 'Password reset required for the user'),
    ],
    ['AdminDeleteUser', exception('NotAuthorizedException', 'Incorrect username or password.')],
  ])('is refused after %s', async (operation, expected) => {
    const { asked, right, answer, ask: askFor } = await ask()
    await askFor(operation, { Username: 'ana' })
    expect(await answer(asked, right)).toEqual(expected)
  })
})
