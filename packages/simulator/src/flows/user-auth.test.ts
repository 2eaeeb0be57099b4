import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openChoice } from '../testing/choose.test.support.ts'
import { exception, password } from '../testing/open-pool.test.support.ts'
import { answerVerifier, createSrpClient } from '../testing/srp-client.test.support.ts'

const wrong = exception('NotAuthorizedException', 'Incorrect username or password.')
const offered = ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP']
const selection = {
  ChallengeName: 'SELECT_CHALLENGE',
  Session: expect.stringMatching(/^[\w-]{1000,2048}$/),
  AvailableChallenges: offered,
  ChallengeParameters: {},
}
const client = createSrpClient()
const { SRP_A } = client

describe('without a preference', () => {
  test('asks for a choice and sends nothing', async () => {
    const { start, pool } = openChoice()
    expect(await start()).toEqual(selection)
    expect(pool.outbox).toEqual([])
  })

  test('asks for a choice on the admin side, for an alias, and with a client secret', async () => {
    const clientSecret = 'a'.repeat(24)
    const { ask, pool } = openChoice(
      { attributes: { email: 'ana@example.com' } },
      { clientSecret, aliasAttributes: ['email'] },
    )
    const USERNAME = 'ana@example.com'
    const hash = createHmac('sha256', clientSecret).update(USERNAME + pool.config.clientId)
    const SECRET_HASH = hash.digest('base64')
    const AuthFlow = 'USER_AUTH'
    const asked = await ask('AdminInitiateAuth', {
      AuthFlow,
      AuthParameters: { USERNAME, SECRET_HASH },
    })
    expect(asked).toMatchObject({ AvailableChallenges: offered.slice(0, 3) })
    const { ChallengeName, Session } = asked
    const ChallengeResponses = { USERNAME, ANSWER: 'PASSWORD', PASSWORD: password }
    const answer = { ChallengeName, Session, ChallengeResponses }
    expect(await ask('AdminRespondToAuthChallenge', answer)).toMatchObject({
      message: expect.stringContaining('SECRET_HASH was not received'),
    })
    const hashed = { ...answer, ChallengeResponses: { ...ChallengeResponses, SECRET_HASH } }
    expect(await ask('RespondToAuthChallenge', hashed)).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user.'),
    )
    expect(await ask('AdminRespondToAuthChallenge', hashed)).toHaveProperty('AuthenticationResult')
  })

  test('is refused without a username', async () => {
    expect(await openChoice().start({ USERNAME: '' })).toEqual(
      exception('InvalidParameterException', 'Missing required parameter USERNAME'),
    )
  })
})

describe('with a preference for the password', () => {
  const prefers = { PREFERRED_CHALLENGE: 'PASSWORD' }

  test('signs in with the right password', async () => {
    const answer = await openChoice().start({ ...prefers, PASSWORD: password })
    expect(Object.keys(answer)).toEqual(['ChallengeParameters', 'AuthenticationResult'])
  })

  test('refuses a wrong password, and during a lock-out the right one as well', async () => {
    const { start } = openChoice()
    for (let time = 0; time < 5; time += 1) {
      expect(await start({ ...prefers, PASSWORD: 'Wr0ng-password' })).toEqual(wrong)
    }
    expect(await start({ ...prefers, PASSWORD: password })).toEqual(
      exception('NotAuthorizedException', 'Password attempts exceeded'),
    )
  })

  test('is refused without a password', async () => {
    expect(await openChoice().start(prefers)).toEqual(
      exception('InvalidParameterException', 'Missing required parameter PASSWORD'),
    )
  })

  test('is followed by the second factor, with a code of six digits and the username', async () => {
    const { start, choose, lastCode } = openChoice({ mfa: ['EMAIL_OTP'] })
    const asked = await start({ ...prefers, PASSWORD: password })
    expect(asked).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { USERNAME: 'ana', USER_ID_FOR_SRP: 'ana' },
    })
    expect(asked).not.toHaveProperty('AvailableChallenges')
    expect(lastCode()).toMatch(/^\d{6}$/)
    expect(await choose(asked, { ANSWER: 'PASSWORD' }, 'SELECT_CHALLENGE')).toMatchObject({
      message: 'Invalid session for the user.',
    })
    expect(await choose(asked, { EMAIL_OTP_CODE: lastCode() })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test('is followed by NEW_PASSWORD_REQUIRED if the password was temporary', async () => {
    const { start, choose } = openChoice({ status: 'FORCE_CHANGE_PASSWORD' })
    const asked = await start({ ...prefers, PASSWORD: password })
    expect(asked).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
    expect(asked).not.toHaveProperty('AvailableChallenges')
    expect(await choose(asked, { NEW_PASSWORD: 'N3w-password' })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test('does not run the userMigration trigger for an unknown user', async () => {
    const { start } = openChoice(
      {},
      { triggers: { userMigration: () => Promise.reject(new Error('was asked')) } },
    )
    expect(await start({ ...prefers, PASSWORD: password, USERNAME: 'mia' })).toEqual(wrong)
  })
})

describe('with a preference for SRP', () => {
  const prefers = { PREFERRED_CHALLENGE: 'PASSWORD_SRP' }

  test('starts the handshake under a Session', async () => {
    const { start, answer } = openChoice()
    const asked = await start({ ...prefers, SRP_A })
    expect(asked).toMatchObject({
      ChallengeName: 'PASSWORD_VERIFIER',
      Session: selection.Session,
      AvailableChallenges: offered,
    })
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    expect(await answer(asked, proof)).toHaveProperty('AuthenticationResult')
    expect(await answer(asked, proof)).toMatchObject({
      message: 'Invalid session for the user, session can only be used once.',
    })
  })

  test('requires the Session, and ends with a wrong proof', async () => {
    const { start, answer } = openChoice()
    const asked = await start({ ...prefers, SRP_A })
    const prove = (given: string, from = asked) => {
      return answer(from, answerVerifier(client, asked.ChallengeParameters, given))
    }
    expect(await prove(password, { ...asked, Session: undefined as never })).toEqual(
      exception('InvalidParameterException', 'Missing required parameter Session'),
    )
    expect(await prove('Wr0ng-password')).toEqual(wrong)
    expect(await prove(password)).toMatchObject({ __type: 'NotAuthorizedException' })
  })

  test('refuses a handshake of USER_SRP_AUTH', async () => {
    const { ask, start, answer } = openChoice()
    const AuthParameters = { USERNAME: 'ana', SRP_A }
    const plain = await ask('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', AuthParameters })
    const asked = await start({ ...prefers, SRP_A })
    const proof = answerVerifier(client, plain.ChallengeParameters, password)
    expect(await answer(asked, proof)).toEqual(wrong)
  })

  test('is refused without SRP_A', async () => {
    expect(await openChoice().start(prefers)).toEqual(
      exception('InvalidParameterException', 'Missing required parameter SRP_A'),
    )
  })
})

describe('with a preference for a code', () => {
  test.each(['EMAIL_OTP', 'SMS_OTP'])('sends the code at once: %s', async (preferred) => {
    const { start, pool } = openChoice()
    expect(await start({ PREFERRED_CHALLENGE: preferred })).toMatchObject({
      ChallengeName: preferred,
      Session: selection.Session,
      AvailableChallenges: offered,
    })
    expect(pool.outbox).toHaveLength(1)
  })

  test.each([
    ['e-mail', 'EMAIL_OTP', { phone_number: '+15555550134' }],
    ['phone', 'SMS_OTP', { email: 'ana@example.com' }],
    ['passkey', 'WEB_AUTHN', {}],
  ])('asks a user without %s for a choice', async (_what, preferred, attributes) => {
    const { start, pool } = openChoice({ attributes })
    const asked = await start({ PREFERRED_CHALLENGE: preferred })
    expect(asked.ChallengeName).toBe('SELECT_CHALLENGE')
    expect(asked.AvailableChallenges).not.toContain(preferred)
    expect(pool.outbox).toEqual([])
  })

  test.each([
    ['is disabled', { enabled: false }, exception('NotAuthorizedException', 'User is disabled.')],
    [
      'was reset',
      { status: 'RESET_REQUIRED' as const },
      exception('PasswordResetRequiredException', 'Password reset required for the user'),
    ],
    [
      'was imported without a password',
      { status: 'RESET_REQUIRED' as const, password: undefined as never },
      wrong,
    ],
  ])('sends no code to a user who %s', async (_what, user, expected) => {
    const { start, pool } = openChoice(user)
    expect(await start({ PREFERRED_CHALLENGE: 'EMAIL_OTP' })).toEqual(expected)
    expect(pool.outbox).toEqual([])
  })
})

describe('an unknown name', () => {
  test('gets the same challenge as a user each time, but no message', async () => {
    const { start, pool } = openChoice()
    const USERNAME = 'nobody'
    expect(await start({ USERNAME })).toEqual(selection)
    expect(await start({ USERNAME, PREFERRED_CHALLENGE: 'WEB_AUTHN' })).toEqual(selection)
    for (const [preferred, medium, mask] of [
      ['EMAIL_OTP', 'EMAIL', /^[a-z]\*\*\*@[a-z]\*\*\*$/],
      ['SMS_OTP', 'SMS', /^\+\*{7}\d{4}$/],
    ] as const) {
      const [first, second] = await Promise.all([
        start({ USERNAME, PREFERRED_CHALLENGE: preferred }),
        start({ USERNAME, PREFERRED_CHALLENGE: preferred }),
      ])
      expect(first).toEqual({
        ...selection,
        ChallengeName: preferred,
        ChallengeParameters: {
          CODE_DELIVERY_DELIVERY_MEDIUM: medium,
          CODE_DELIVERY_DESTINATION: expect.stringMatching(mask),
        },
      })
      expect(second.ChallengeParameters).toEqual(first.ChallengeParameters)
    }
    expect(pool.outbox).toEqual([])
  })

  test.each([
    ['eve@example.org', 'EMAIL_OTP', 'e***@e***'],
    ['+15555550177', 'SMS_OTP', '+*******0177'],
  ])(
    'with an address as the name sees that address masked: %s',
    async (USERNAME, preferred, mask) => {
      const asked = await openChoice().start({ USERNAME, PREFERRED_CHALLENGE: preferred })
      expect(asked.ChallengeParameters.CODE_DELIVERY_DESTINATION).toBe(mask)
    },
  )

  test('gets the same errors as a user, whatever the answer', async () => {
    const { start, choose } = openChoice()
    const USERNAME = 'nobody'
    const PASSWORD = password
    expect(await start({ USERNAME, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD })).toEqual(wrong)
    const asked = await start({ USERNAME })
    expect(await choose(asked, { USERNAME, ANSWER: 'WEB_AUTHN' })).toMatchObject({
      __type: 'InvalidParameterException',
    })
    const coded = await choose(asked, { USERNAME, ANSWER: 'EMAIL_OTP' })
    expect(coded).toMatchObject({ ChallengeName: 'EMAIL_OTP', AvailableChallenges: offered })
    for (const EMAIL_OTP_CODE of ['12345678', 'undefined']) {
      expect(await choose(coded, { USERNAME, EMAIL_OTP_CODE })).toEqual(
        exception('CodeMismatchException', 'Invalid code or auth state for the user.'),
      )
    }
    expect(await choose(coded, { USERNAME })).toEqual(
      exception('InvalidParameterException', 'Missing required parameter EMAIL_OTP_CODE'),
    )
    const again = await start({ USERNAME })
    expect(await choose(again, { USERNAME, ANSWER: 'PASSWORD', PASSWORD })).toEqual(wrong)
    expect(await choose(again, { USERNAME, ANSWER: 'PASSWORD', PASSWORD })).toMatchObject({
      message: 'Invalid session for the user, session can only be used once.',
    })
  })

  test.each(['ana', 'nobody'])('must answer by its own name: %s', async (USERNAME) => {
    const { start, choose } = openChoice()
    const asked = await start({ USERNAME })
    expect(await choose(asked, { USERNAME: 'somebody', ANSWER: 'EMAIL_OTP' })).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user.'),
    )
    expect(await choose(asked, { USERNAME, ANSWER: 'EMAIL_OTP' })).toHaveProperty('Session')
  })

  test('is refused with an SRP proof', async () => {
    const { start, choose, answer } = openChoice()
    const USERNAME = 'nobody'
    const asked = await choose(await start({ USERNAME }), {
      USERNAME,
      ANSWER: 'PASSWORD_SRP',
      SRP_A,
    })
    expect(asked).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: selection.Session })
    const proof = answerVerifier(client, asked.ChallengeParameters, password)
    expect(await answer(asked, proof)).toEqual(wrong)
  })

  test('is offered only passwords if MFA is required', async () => {
    const { start } = openChoice({}, { mfa: 'ON', firstFactors: ['PASSWORD'] })
    expect((await start({ USERNAME: 'nobody' })).AvailableChallenges).toEqual(offered.slice(0, 2))
  })

  test('is said to be unknown by a client that does not hide it', async () => {
    const { start } = openChoice({}, { preventUserExistenceErrors: 'LEGACY' })
    const unknown = exception('UserNotFoundException', 'User does not exist.')
    expect(await start({ USERNAME: 'nobody' })).toEqual(unknown)
  })
})

describe('USER_AUTH is refused', () => {
  test('if the client does not permit it', async () => {
    const { start } = openChoice({}, { explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
    expect(await start()).toEqual(
      exception('InvalidParameterException', 'USER_AUTH flow not enabled for this client'),
    )
  })

  test('with an unknown preference', async () => {
    expect(await openChoice().start({ PREFERRED_CHALLENGE: 'SOFTWARE_TOKEN_MFA' })).toEqual(
      exception('InvalidParameterException', 'Unknown PREFERRED_CHALLENGE SOFTWARE_TOKEN_MFA'),
    )
  })

  test('with a Session, since the simulator has no sign-up', async () => {
    const { start } = openChoice()
    const { Session } = await start()
    expect(await start({}, { Session })).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user.'),
    )
  })
})
