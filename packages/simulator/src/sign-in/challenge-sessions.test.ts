import { describe, expect, test } from 'vitest'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'
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

describe('a Session', () => {
  test.each([
    [3, undefined],
    [15, 15],
  ])('expires after exactly %d minutes', async (minutes, authSessionValidity) => {
    const options = authSessionValidity === undefined ? {} : { authSessionValidity }
    const { pool, asked, right, answer } = await ask(options)
    pool.clock.advance(minutes * 60 - 1)
    expect(await answer(asked, { SMS_MFA_CODE: '1' })).toMatchObject({
      __type: 'CodeMismatchException',
    })
    pool.clock.advance(1)
    expect(await answer(asked, right)).toEqual(expired)
  })

  test('can be used again after a malformed answer', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    expect(await answer(asked, {})).toMatchObject({ __type: 'InvalidParameterException' })
    expect(await askFor('RespondToAuthChallenge', { Session: asked.Session })).toMatchObject({
      __type: 'InvalidParameterException',
    })
    expect(await answer(asked, right)).toHaveProperty('AuthenticationResult')
  })

  test('accepts one of two concurrent right answers', async () => {
    const { asked, right, answer } = await ask()
    const answers = await Promise.all([answer(asked, right), answer(asked, right)])
    expect(answers.filter(({ AuthenticationResult }) => AuthenticationResult)).toHaveLength(1)
    expect(answers).toContainEqual(spent)
  })
})

describe('a used Session', () => {
  test('cannot be used again', async () => {
    const { asked, right, answer } = await ask()
    await answer(asked, right)
    expect(await answer(asked, right)).toEqual(spent)
  })
})

describe('a Session of another user, client or challenge', () => {
  test('does not give access to another user’s account', async () => {
    const { asked, right, answer } = await ask()
    expect(await answer(asked, { ...right, USERNAME: 'bob' })).toEqual(invalid)
    expect(await answer(asked, right)).toHaveProperty('AuthenticationResult')
  })

  test('does not answer another challenge', async () => {
    const { asked, answer } = await ask()
    const other = { ...asked, ChallengeName: 'SOFTWARE_TOKEN_MFA' }
    expect(await answer(other, { SOFTWARE_TOKEN_MFA_CODE: '123456' })).toEqual(invalid)
  })

  test('does not work for another client', async () => {
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

  test('does not work on the other side of the API', async () => {
    const { asked, right, ask: askFor } = await ask()
    expect(
      await askFor('AdminRespondToAuthChallenge', {
        ChallengeName: 'SMS_MFA',
        Session: asked.Session,
        ChallengeResponses: { USERNAME: 'ana', ...right },
      }),
    ).toEqual(invalid)
  })

  test('sets up an app only if it is of MFA_SETUP', async () => {
    const { asked, ask: askFor } = await ask()
    const { Session } = asked
    expect(await askFor('AssociateSoftwareToken', { Session })).toEqual(invalid)
  })

  test('is refused if it is made up or missing', async () => {
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

describe('a Session of a user who has changed in the meantime', () => {
  test('does not give access to a later user of the same name', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    await askFor('AdminDeleteUser', { Username: 'ana' })
    await askFor('AdminCreateUser', { Username: 'ana' })
    await askFor('AdminSetUserPassword', { Username: 'ana', Password: password, Permanent: true })
    expect(await answer(asked, right)).toEqual(invalid)
  })

  test('does not restore a number that an administrator has changed', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    const UserAttributes = [{ Name: 'phone_number', Value: '+15555550135' }]
    await askFor('AdminUpdateUserAttributes', { Username: 'ana', UserAttributes })
    expect(await answer(asked, right)).toHaveProperty('AuthenticationResult')
    expect((await askFor('AdminGetUser', { Username: 'ana' })).UserAttributes).toEqual([
      { Name: 'sub', Value: expect.any(String) },
      { Name: 'phone_number', Value: '+15555550135' },
    ])
  })

  test('ends if the user no longer has the factor', async () => {
    const opened = openPool({ users: [{ ...users[0]!, mfa: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] }] })
    const { ask: askFor, signIn, answer } = opened
    const asked = await signIn('ana')
    const ANSWER = 'SMS_MFA'
    const UserAttributes = [{ Name: 'phone_number', Value: '' }]
    await askFor('AdminUpdateUserAttributes', { Username: 'ana', UserAttributes })
    expect(await answer(asked, { ANSWER })).toMatchObject({ __type: 'MFAMethodNotFoundException' })
    expect(await answer(asked, { ANSWER })).toEqual(spent)
  })

  test('ends if the proven password has changed', async () => {
    const { asked, right, answer, ask: askFor } = await ask()
    const Password = 'An0ther-password'
    await askFor('AdminSetUserPassword', { Username: 'ana', Password, Permanent: true })
    expect(await answer(asked, right)).toEqual(invalid)
  })

  test('ends if the password is now a temporary one', async () => {
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
