import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password } from '../testing/open-pool.test.support.ts'
import { type ServedPool, servePool } from '../testing/serve-pool.test.support.ts'

interface Side {
  start: (AuthFlow: sdk.AuthFlowType, parameters: Record<string, string>) => Promise<Asked>
  answer: (asked: Asked, responses: Record<string, string>) => Promise<Asked>
}

type Asked = sdk.InitiateAuthCommandOutput

/** Complete sign-ins by the AWS SDK over HTTP, as in an app. */
describe.each(['public', 'admin'] as const)('on the %s side', (name) => {
  let optional: ServedPool
  let required: ServedPool

  beforeAll(async () => {
    ;[optional, required] = await Promise.all([servePool('OPTIONAL'), servePool('ON')])
  })

  afterAll(() => Promise.all([optional.server.close(), required.server.close()]))

  async function addUser(
    { client, UserPoolId }: ServedPool,
    Username: string,
    attributes: Record<string, string> = {},
  ) {
    const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
    const user = { UserPoolId, Username }
    await client.send(
      new sdk.AdminCreateUserCommand({ ...user, UserAttributes, MessageAction: 'SUPPRESS' }),
    )
    const forGood = { ...user, Password: password, Permanent: true }
    await client.send(new sdk.AdminSetUserPasswordCommand(forGood))
  }

  function code(pool: ServedPool, Username: string) {
    return pool.simulator.outbox.findLast(({ username }) => username === Username)!.code
  }

  async function signIn(pool: ServedPool, USERNAME: string, PASSWORD = password) {
    return toSide(pool, name).start(passwordFlow[name], { USERNAME, PASSWORD })
  }

  test('SMS_MFA', async () => {
    const user = `sms-${name}`
    await addUser(optional, user, { phone_number: '+15555550134', name: 'Ana' })
    await prefer(optional, user, { SMSMfaSettings: { Enabled: true } })
    const asked = await signIn(optional, user)
    expect(asked).toMatchObject({
      ChallengeName: 'SMS_MFA',
      ChallengeParameters: { CODE_DELIVERY_DESTINATION: '+*******0134' },
    })
    const { answer } = toSide(optional, name)
    await expect(answer(asked, { SMS_MFA_CODE: 'wrong' })).rejects.toThrow(
      sdk.CodeMismatchException,
    )
    expect(await answer(asked, { SMS_MFA_CODE: code(optional, user) })).toMatchObject(tokens)
  })

  test('EMAIL_OTP', async () => {
    const user = `email-${name}`
    await addUser(optional, user, { email: 'ana@example.com' })
    await prefer(optional, user, { EmailMfaSettings: { Enabled: true, PreferredMfa: true } })
    const asked = await signIn(optional, user)
    const { answer } = toSide(optional, name)
    await expect(answer(asked, { EMAIL_OTP_CODE: 'wrong' })).rejects.toThrow(
      sdk.CodeMismatchException,
    )
    expect(await answer(asked, { EMAIL_OTP_CODE: code(optional, user) })).toMatchObject(tokens)
  })

  test('SELECT_MFA_TYPE', async () => {
    const user = `select-${name}`
    await addUser(optional, user, { phone_number: '+15555550135', email: 'ana@example.com' })
    const Enabled = true
    await prefer(optional, user, { SMSMfaSettings: { Enabled }, EmailMfaSettings: { Enabled } })
    const asked = await signIn(optional, user)
    expect(asked.ChallengeParameters).toMatchObject({ MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' })
    const { answer } = toSide(optional, name)
    const chosen = await answer(asked, { ANSWER: 'EMAIL_OTP' })
    expect(await answer(chosen, { EMAIL_OTP_CODE: code(optional, user) })).toMatchObject(tokens)
    await expect(answer(asked, { ANSWER: 'SMS_MFA' })).rejects.toThrow(/only be used once/)
  })

  test('MFA_SETUP with an app, then SOFTWARE_TOKEN_MFA', async () => {
    const user = `app-${name}`
    const { client, simulator } = required
    await addUser(required, user)
    const asked = await signIn(required, user)
    expect(asked.ChallengeParameters).toMatchObject({
      MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]',
    })
    const { Session } = await client.send(new sdk.AssociateSoftwareTokenCommand(asked))
    const verify = (UserCode: string) =>
      client.send(new sdk.VerifySoftwareTokenCommand({ Session, UserCode }))
    await expect(verify('000000')).rejects.toThrow(sdk.EnableSoftwareTokenMFAException)
    const verified = await verify(simulator.totp(user)!.code)
    const { answer } = toSide(required, name)
    expect(await answer({ ...asked, Session: verified.Session }, {})).toMatchObject(tokens)

    const again = await signIn(required, user)
    const enter = () => answer(again, { SOFTWARE_TOKEN_MFA_CODE: simulator.totp(user)!.code })
    expect(again.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    await expect(enter()).rejects.toThrow(sdk.ExpiredCodeException)
    simulator.clock.advance(30)
    expect(await enter()).toMatchObject(tokens)
  })

  test('MFA_SETUP with an address', async () => {
    const user = `address-${name}`
    await addUser(required, user)
    const { answer } = toSide(required, name)
    const asked = await answer(await signIn(required, user), { EMAIL: 'ana@example.com' })
    expect(asked).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DESTINATION: 'a***@e***' },
    })
    expect(await answer(asked, { EMAIL_OTP_CODE: code(required, user) })).toMatchObject(tokens)
  })

  test('NEW_PASSWORD_REQUIRED', async () => {
    const user = `new-${name}`
    const { client, UserPoolId } = optional
    await client.send(
      new sdk.AdminCreateUserCommand({
        UserPoolId,
        Username: user,
        UserAttributes: [{ Name: 'email', Value: 'ana@example.com' }],
      }),
    )
    const asked = await signIn(optional, user, code(optional, user))
    expect(asked.ChallengeParameters).toMatchObject({
      requiredAttributes: '["userAttributes.name"]',
      userAttributes: '{"email":"ana@example.com"}',
    })
    const { answer } = toSide(optional, name)
    const good = { NEW_PASSWORD: 'N3w-password', 'userAttributes.name': 'Ana' }
    await expect(answer(asked, { ...good, NEW_PASSWORD: 'weak' })).rejects.toThrow(
      sdk.InvalidPasswordException,
    )
    expect(await answer(asked, good)).toMatchObject(tokens)
  })

  test('CUSTOM_CHALLENGE', async () => {
    const user = `custom-${name}`
    await addUser(optional, user)
    const { start, answer } = toSide(optional, name)
    const asked = await start('CUSTOM_AUTH', { USERNAME: user })
    expect(asked.ChallengeParameters).toEqual({ question: '2 + 2', USERNAME: user })
    const again = await answer(asked, { ANSWER: '5' })
    expect(again.Session).not.toBe(asked.Session)
    expect(await answer(again, { ANSWER: '4' })).toMatchObject(tokens)
  })
})

describe('on the admin side only', () => {
  test('ADMIN_NO_SRP_AUTH', async () => {
    const pool = await servePool('OFF')
    const { client, UserPoolId, server } = pool
    const user = { UserPoolId, Username: 'ana' }
    await client.send(new sdk.AdminCreateUserCommand({ ...user, TemporaryPassword: password }))
    const { start, answer } = toSide(pool, 'admin')
    const asked = await start('ADMIN_USER_PASSWORD_AUTH', { USERNAME: 'ana' })
    expect(asked.ChallengeName).toBe('ADMIN_NO_SRP_AUTH')
    expect(await answer(asked, { PASSWORD: password })).toMatchObject({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
    })
    await server.close()
  })
})

const passwordFlow = {
  public: 'USER_PASSWORD_AUTH',
  admin: 'ADMIN_USER_PASSWORD_AUTH',
} as const

const tokens = { AuthenticationResult: { TokenType: 'Bearer', ExpiresIn: 3600 } }

async function prefer(
  { client, UserPoolId }: ServedPool,
  Username: string,
  settings: Partial<sdk.AdminSetUserMFAPreferenceCommandInput>,
) {
  const input = { UserPoolId, Username, ...settings }
  await client.send(new sdk.AdminSetUserMFAPreferenceCommand(input))
}

function toSide({ client, UserPoolId, ClientId }: ServedPool, side: 'public' | 'admin'): Side {
  const admin = side === 'admin'
  return {
    start: (AuthFlow, AuthParameters) =>
      admin
        ? client.send(
            new sdk.AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters }),
          )
        : client.send(new sdk.InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters })),
    answer({ ChallengeName, ChallengeParameters, Session }, responses) {
      const ChallengeResponses = { USERNAME: ChallengeParameters!.USERNAME!, ...responses }
      const input = { ClientId, ChallengeName, Session, ChallengeResponses }
      return admin
        ? client.send(new sdk.AdminRespondToAuthChallengeCommand({ UserPoolId, ...input }))
        : client.send(new sdk.RespondToAuthChallengeCommand(input))
    },
  }
}
