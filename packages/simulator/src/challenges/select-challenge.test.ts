import { describe, expect, test } from 'vitest'
import { openChoice } from '../testing/choose.test.support.ts'
import { exception, password } from '../testing/open-pool.test.support.ts'
import { answerVerifier, createSrpClient } from '../testing/srp-client.test.support.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'

const client = createSrpClient()
const { SRP_A } = client
const wrong = exception('NotAuthorizedException', 'Incorrect username or password.')
const spent = exception(
  'NotAuthorizedException',
  'Invalid session for the user, session can only be used once.',
)
const invalid = exception('NotAuthorizedException', 'Invalid session for the user.')

async function ask(user: Partial<SimulatedUser> = {}, options: UserPoolOptions = {}) {
  const opened = openChoice(user, options)
  return { ...opened, asked: await opened.start() }
}

describe.each([
  ['by ANSWER', 'SELECT_CHALLENGE', 'SELECT_CHALLENGE'],
  ['by the name of the choice', 'PASSWORD', 'PASSWORD_SRP'],
])('a password, chosen %s', (_how, byPassword, byProof) => {
  const plain = { ANSWER: 'PASSWORD', PASSWORD: password }

  test('signs the user in', async () => {
    const { asked, choose } = await ask()
    expect(await choose(asked, plain, byPassword)).toHaveProperty('AuthenticationResult')
    expect(await choose(asked, plain, byPassword)).toEqual(spent)
  })

  test('ends the sign-in if it is wrong', async () => {
    const { asked, choose } = await ask()
    const PASSWORD = 'Wr0ng-password'
    expect(await choose(asked, { ...plain, PASSWORD }, byPassword)).toEqual(wrong)
    expect(await choose(asked, plain, byPassword)).toEqual(spent)
  })

  test('is followed by the second factor', async () => {
    const { asked, choose, pool } = await ask({ mfa: ['SOFTWARE_TOKEN_MFA'] })
    const second = await choose(asked, plain, byPassword)
    expect(second).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' })
    const SOFTWARE_TOKEN_MFA_CODE = pool.totp('ana')!.code
    expect(await choose(second, { SOFTWARE_TOKEN_MFA_CODE })).toHaveProperty('AuthenticationResult')
  })

  test('can be proven by SRP instead', async () => {
    const { asked, choose, answer } = await ask()
    const handshake = await choose(asked, { ANSWER: 'PASSWORD_SRP', SRP_A }, byProof)
    expect(handshake).toMatchObject({
      ChallengeName: 'PASSWORD_VERIFIER',
      Session: expect.any(String),
      AvailableChallenges: expect.arrayContaining(['EMAIL_OTP']),
    })
    const proof = answerVerifier(client, handshake.ChallengeParameters, password)
    expect(await answer(handshake, proof)).toHaveProperty('AuthenticationResult')
  })

  test('can be sent after an answer without it, and so can SRP_A', async () => {
    const { asked, choose } = await ask()
    expect(await choose(asked, { ANSWER: 'PASSWORD' }, byPassword)).toEqual(
      exception('InvalidParameterException', 'Missing required parameter PASSWORD'),
    )
    expect(await choose(asked, { ANSWER: 'PASSWORD_SRP' }, byProof)).toEqual(
      exception('InvalidParameterException', 'Missing required parameter SRP_A'),
    )
    expect(await choose(asked, plain, byPassword)).toHaveProperty('AuthenticationResult')
  })

  test('is not offered to a user without one', async () => {
    const { asked, choose } = await ask({ password: undefined as never })
    expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP', 'SMS_OTP'])
    const refused = exception(
      'InvalidParameterException',
      'The challenge must be one of EMAIL_OTP, SMS_OTP',
    )
    expect(await choose(asked, plain, byPassword)).toEqual(refused)
    expect(await choose(asked, { ANSWER: 'PASSWORD_SRP', SRP_A }, byProof)).toEqual(refused)
    expect(await choose(asked, { ANSWER: 'EMAIL_OTP' })).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
    })
  })
})

describe('a code', () => {
  test.each(['EMAIL_OTP', 'SMS_OTP'])('is sent once it is chosen: %s', async (ANSWER) => {
    const { asked, choose, lastCode } = await ask()
    const coded = await choose(asked, { ANSWER })
    expect(coded).toMatchObject({ ChallengeName: ANSWER, Session: expect.any(String) })
    expect(coded.Session).not.toBe(asked.Session)
    expect(await choose(coded, { [`${ANSWER}_CODE`]: lastCode() })).toHaveProperty(
      'AuthenticationResult',
    )
    expect(await choose(asked, { ANSWER })).toEqual(spent)
  })

  test('is not offered to a user without an address, nor accepted', async () => {
    const { asked, choose, pool, ask: askFor } = await ask()
    const UserAttributes = [{ Name: 'phone_number', Value: '' }]
    await askFor('AdminUpdateUserAttributes', { Username: 'ana', UserAttributes })
    expect(await choose(asked, { ANSWER: 'SMS_OTP' })).toMatchObject({
      __type: 'InvalidParameterException',
    })
    expect(pool.outbox).toEqual([])
    expect(await choose(asked, { ANSWER: 'EMAIL_OTP' })).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
    })
  })

  test('cannot be chosen again on its own Session', async () => {
    const { asked, choose } = await ask()
    const coded = await choose(asked, { ANSWER: 'EMAIL_OTP' })
    expect(await choose(coded, { ANSWER: 'SMS_OTP' }, 'SELECT_CHALLENGE')).toEqual(invalid)
    expect(await choose(coded, { PASSWORD: password }, 'PASSWORD')).toEqual(invalid)
  })
})

describe('an invalid choice', () => {
  test.each(['', 'WEB_AUTHN', 'SOFTWARE_TOKEN_MFA', 'toString', '__proto__', 'password'])(
    'is “%s”, and another choice can follow',
    async (ANSWER) => {
      const { asked, choose } = await ask()
      expect(await choose(asked, { ANSWER })).toMatchObject({ __type: 'InvalidParameterException' })
      const plain = { ANSWER: 'PASSWORD', PASSWORD: password }
      expect(await choose(asked, plain)).toHaveProperty('AuthenticationResult')
    },
  )

  test('is any choice of a user without a first factor', async () => {
    const { asked, choose } = await ask({ password: undefined as never, attributes: {} })
    expect(asked).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE', AvailableChallenges: [] })
    expect(await choose(asked, { ANSWER: 'PASSWORD', PASSWORD: password })).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })
})

describe('the Session of SELECT_CHALLENGE', () => {
  test('expires, and works for no other user or challenge', async () => {
    const { asked, choose, pool } = await ask()
    const plain = { ANSWER: 'PASSWORD', PASSWORD: password }
    expect(await choose(asked, { ...plain, USERNAME: 'nobody' })).toEqual(invalid)
    expect(await choose(asked, { EMAIL_OTP_CODE: '12345678' }, 'EMAIL_OTP')).toEqual(invalid)
    expect(await choose({ ...asked, Session: undefined as never }, plain)).toEqual(
      exception('InvalidParameterException', 'Missing required parameter Session'),
    )
    pool.clock.advance(180)
    expect(await choose(asked, plain)).toMatchObject({
      message: 'Invalid session for the user, session is expired.',
    })
  })

  test.each(['PASSWORD', 'PASSWORD_SRP'])('is required by %s', async (name) => {
    const { signIn, choose } = await ask({ mfa: ['SMS_MFA'] })
    const asked = await signIn('ana')
    expect(await choose(asked, { PASSWORD: password, SRP_A }, name)).toEqual(invalid)
    expect(await choose({ ...asked, Session: undefined as never }, {}, name)).toEqual(
      exception('InvalidParameterException', 'Missing required parameter Session'),
    )
  })
})

describe('for a user who has changed in the meantime', () => {
  test.each([
    ['AdminDisableUser', exception('NotAuthorizedException', 'User is disabled.')],
    [
      'AdminResetUserPassword',
      exception('PasswordResetRequiredException', 'Password reset required for the user'),
    ],
    ['AdminDeleteUser', wrong],
  ])('refuses the right password after %s', async (operation, expected) => {
    const attributes = { email: 'ana@example.com' }
    const { asked, choose, ask: askFor } = await ask({ attributes })
    await askFor(operation, { Username: 'ana' })
    expect(await choose(asked, { ANSWER: 'PASSWORD', PASSWORD: password })).toEqual(expected)
  })

  test('reports a deleted user to a client that hides none', async () => {
    const options = { preventUserExistenceErrors: 'LEGACY' as const }
    const { asked, choose, ask: askFor } = await ask({}, options)
    await askFor('AdminDeleteUser', { Username: 'ana' })
    expect(await choose(asked, { ANSWER: 'EMAIL_OTP' })).toEqual(
      exception('UserNotFoundException', 'User does not exist.'),
    )
  })
})
