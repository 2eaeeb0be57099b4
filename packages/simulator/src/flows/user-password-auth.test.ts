import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'

const wrong = exception('NotAuthorizedException', 'Incorrect username or password.')
const ana = { username: 'ana', password }

describe('a confirmed user', () => {
  test('gets tokens', async () => {
    const { signIn } = openPool({ users: [ana] })
    expect(await signIn('ana')).toEqual({
      ChallengeParameters: {},
      AuthenticationResult: {
        AccessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        ExpiresIn: 3600,
        IdToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        RefreshToken: expect.stringMatching(/^([\w-]+\.){4}[\w-]+$/),
        TokenType: 'Bearer',
      },
    })
  })

  test('is refused with a wrong password', async () => {
    const { signIn } = openPool({ users: [ana] })
    expect(await signIn('ana', 'Wr0ng-password')).toEqual(wrong)
  })
})

describe('an unknown user', () => {
  test('gets the error of a wrong password', async () => {
    expect(await openPool({ users: [ana] }).signIn('nobody')).toEqual(wrong)
  })

  test('is reported by a client that does not hide it', async () => {
    const { signIn } = openPool({ users: [ana], preventUserExistenceErrors: 'LEGACY' })
    expect(await signIn('nobody')).toEqual(
      exception('UserNotFoundException', 'User does not exist.'),
    )
  })

  test.each(['__proto__', 'constructor', 'toString'])('can be named %s', async (name) => {
    expect(await openPool({ users: [ana] }).signIn(name)).toEqual(wrong)
  })
})

describe('an account that cannot sign in', () => {
  const cases: [string, Partial<SimulatedUser>, object][] = [
    ['disabled', { enabled: false }, exception('NotAuthorizedException', 'User is disabled.')],
    [
      'not confirmed',
      { status: 'UNCONFIRMED' },
      exception('UserNotConfirmedException', 'User is not confirmed.'),
    ],
  ]

  test.each(cases)(
    'is reported as %s only for the right password',
    async (_how, more, expected) => {
      const { signIn } = openPool({ users: [{ ...ana, ...more }] })
      expect(await signIn('ana')).toEqual(expected)
      expect(await signIn('ana', 'Wr0ng-password')).toEqual(wrong)
    },
  )

  test('that an administrator reset accepts no password', async () => {
    const { ask, pool, signIn } = openPool({
      users: [{ ...ana, attributes: { email: 'ana@example.com' } }],
    })
    await ask('AdminResetUserPassword', { Username: 'ana' })
    expect(pool.outbox).toMatchObject([{ medium: 'EMAIL', reason: 'ForgotPassword' }])
    expect(await signIn('ana')).toEqual(
      exception('PasswordResetRequiredException', 'Password reset required for the user'),
    )
  })

  test('that was imported without a password is hidden like an unknown user', async () => {
    const imported = { username: 'ana', status: 'RESET_REQUIRED' as const }
    expect(await openPool({ users: [imported] }).signIn('ana')).toEqual(wrong)
    const open = openPool({ users: [imported], preventUserExistenceErrors: 'LEGACY' })
    expect(await open.signIn('ana')).toMatchObject({ __type: 'PasswordResetRequiredException' })
  })

  test('with a temporary password accepts it for seven days', async () => {
    const users = [{ username: 'ana', temporaryPassword: password }]
    const { pool, signIn } = openPool({ users })
    pool.clock.advance(7 * 86_400 - 1)
    expect(await signIn('ana')).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
    pool.clock.advance(1)
    expect(await signIn('ana')).toEqual(
      exception(
        'NotAuthorizedException',
        'Temporary password has expired and must be reset by an administrator.',
      ),
    )
  })
})

describe('a user with several names', () => {
  const attributes = { email: 'ana@example.com', phone_number: '+15555550134' }

  test('can sign in by an alias once it is verified', async () => {
    const users = [{ ...ana, attributes: { ...attributes, phone_number_verified: 'false' } }]
    const { signIn } = openPool({ users, aliasAttributes: ['email', 'phone_number'] })
    expect(await signIn('ana@example.com')).toHaveProperty('AuthenticationResult')
    expect(await signIn('+15555550134')).toEqual(wrong)
  })

  test('has the sub as username if addresses are usernames', async () => {
    const { ask, signIn } = openPool({
      users: [{ username: 'ana@example.com', password, mfa: ['EMAIL_OTP'] }],
      usernameAttributes: ['email'],
    })
    const asked = await signIn('ana@example.com')
    const { Username: sub } = await ask('AdminGetUser', { Username: 'ana@example.com' })
    expect(sub).toMatch(/^[\da-f-]{36}$/)
    expect(asked.ChallengeParameters).toMatchObject({ USERNAME: sub, USER_ID_FOR_SRP: sub })
  })

  test.each(['sub', 'ana@example.com'])('can answer by %s as well', async (name) => {
    const { ask, pool, signIn, answer } = openPool({
      users: [{ username: 'ana@example.com', password, mfa: ['EMAIL_OTP'] }],
      usernameAttributes: ['email'],
    })
    const asked = await signIn('ana@example.com')
    const { Username: sub } = await ask('AdminGetUser', { Username: 'ana@example.com' })
    const USERNAME = name === 'sub' ? String(sub) : name
    const EMAIL_OTP_CODE = pool.outbox.at(-1)!.code
    expect(await answer(asked, { USERNAME, EMAIL_OTP_CODE })).toHaveProperty('AuthenticationResult')
  })

  test('must use the right case, unless the pool is case-insensitive', async () => {
    expect(await openPool({ users: [ana] }).signIn('ANA')).toEqual(wrong)
    const insensitive = openPool({ users: [ana], caseSensitive: false })
    expect(await insensitive.signIn('ANA')).toHaveProperty('AuthenticationResult')
  })
})

describe('a client that does not permit the flow', () => {
  test('is refused with the name of the flow', async () => {
    const { ask } = openPool({ users: [ana], explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] })
    const flow = (operation: string, AuthFlow: string) => {
      return ask(operation, { AuthFlow, AuthParameters: { USERNAME: 'ana', PASSWORD: password } })
    }
    const type = 'InvalidParameterException'
    expect(await flow('InitiateAuth', 'USER_PASSWORD_AUTH')).toEqual(
      exception(type, 'USER_PASSWORD_AUTH flow not enabled for this client'),
    )
    expect(await flow('AdminInitiateAuth', 'ADMIN_USER_PASSWORD_AUTH')).toEqual(
      exception(type, 'Auth flow not enabled for this client'),
    )
    expect(await flow('InitiateAuth', 'ADMIN_USER_PASSWORD_AUTH')).toMatchObject({ __type: type })
    expect(await flow('AdminInitiateAuth', 'USER_PASSWORD_AUTH')).toMatchObject({ __type: type })
    expect(await flow('InitiateAuth', 'USER_SRP_AUTH')).toEqual(
      exception(type, 'USER_SRP_AUTH flow not enabled for this client'),
    )
  })
})

describe('an unknown user whom the userMigration trigger knows', () => {
  test('becomes a user', async () => {
    const { ask, signIn } = openPool({
      triggers: {
        userMigration(event) {
          const { password: given, validationData } = event.request
          if (given !== password) throw new Error('Wrong password')
          expect(validationData).toBeUndefined()
          const userAttributes = { email: 'mia@example.com', email_verified: 'true' }
          return { ...event, response: { userAttributes, finalUserStatus: 'CONFIRMED' } }
        },
      },
    })
    expect(await signIn('mia', 'Wr0ng-password')).toEqual(wrong)
    expect(await signIn('mia')).toHaveProperty('AuthenticationResult')
    expect(await ask('AdminGetUser', { Username: 'mia' })).toMatchObject({
      UserStatus: 'CONFIRMED',
    })
  })
})

describe('a userMigration trigger', () => {
  const migrate = (userAttributes: object, options: UserPoolOptions = {}) => {
    return openPool({
      ...options,
      triggers: {
        userMigration: (event) => ({
          ...event,
          response: { userAttributes: userAttributes as never, finalUserStatus: 'CONFIRMED' },
        }),
      },
    })
  }

  test('cannot overwrite an existing user', async () => {
    const { signIn } = migrate({ username: 'ana' }, { users: [ana] })
    expect(await signIn('mia', 'An0ther-one')).toMatchObject({ __type: 'UsernameExistsException' })
    expect(await signIn('ana')).toHaveProperty('AuthenticationResult')
  })

  test('creates one user for two concurrent sign-ins', async () => {
    const { signIn } = migrate({})
    const both = await Promise.all([signIn('mia'), signIn('mia')])
    const subs = both.map(({ AuthenticationResult: { IdToken } }) => decodeJwt(IdToken).sub)
    expect(subs[0]).toBe(subs[1])
  })

  test('need not return the address that is the username', async () => {
    const { signIn } = migrate({}, { usernameAttributes: ['email'] })
    await signIn('mia@example.com')
    expect(await signIn('mia@example.com', 'Wr0ng-password')).toEqual(wrong)
    expect(await signIn('mia@example.com')).toHaveProperty('AuthenticationResult')
  })

  test('is refused if it returns values of the wrong type', async () => {
    const { signIn } = migrate({ name: 5 })
    expect(await signIn('mia')).toMatchObject({ __type: 'InvalidLambdaResponseException' })
  })
})

describe('the triggers around a sign-in', () => {
  test('preAuthentication gets the ClientMetadata of the first call, and can refuse', async () => {
    const { ask } = openPool({
      users: [ana],
      triggers: {
        preAuthentication(event) {
          if (event.request.validationData?.from !== 'here') throw new Error('Not from there')
          return event
        },
      },
    })
    const call = (from: string) =>
      ask('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ana', PASSWORD: password },
        ClientMetadata: { from },
      })
    expect(await call('there')).toEqual(
      exception(
        'UserLambdaValidationException',
        'PreAuthentication failed with error Not from there.',
      ),
    )
    expect(await call('here')).toHaveProperty('AuthenticationResult')
  })

  test('no trigger after the password gets the ClientMetadata of the first call', async () => {
    const told: unknown[] = []
    const { ask } = openPool({
      users: [{ ...ana, mfa: ['SMS_MFA'], attributes: { phone_number: '+15555550134' } }],
      triggers: {
        customMessage(event) {
          told.push(event.request.clientMetadata)
          return event
        },
      },
    })
    await ask('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ana', PASSWORD: password },
      ClientMetadata: { from: 'first' },
    })
    expect(told).toEqual([undefined])
  })

  test('a failing postAuthentication uses up the Session even if the code was right', async () => {
    const { pool, signIn, answer } = openPool({
      users: [{ ...ana, mfa: ['SMS_MFA'], attributes: { phone_number: '+15555550134' } }],
      triggers: {
        postAuthentication() {
          throw new Error('Too late')
        },
      },
    })
    const asked = await signIn('ana')
    const right = { SMS_MFA_CODE: pool.outbox.at(-1)!.code }
    expect(await answer(asked, right)).toMatchObject({ __type: 'UserLambdaValidationException' })
    expect(await answer(asked, right)).toMatchObject({ __type: 'NotAuthorizedException' })
  })

  test('customMessage sets the text of the message', async () => {
    const { pool, signIn } = openPool({
      users: [{ ...ana, mfa: ['SMS_MFA'], attributes: { phone_number: '+15555550134' } }],
      codes: () => '135246',
      triggers: {
        customMessage: (event) => ({ ...event, response: { smsMessage: 'Psst: {####}' } }),
      },
    })
    await signIn('ana')
    expect(pool.outbox).toMatchObject([{ code: '135246', text: 'Psst: 135246' }])
  })
})
