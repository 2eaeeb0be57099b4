import { describe, expect, test } from 'vitest'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'

const attributes = { email: 'ana@example.com', phone_number: '+15555550134' }

async function signIn(
  user: Partial<SimulatedUser> = { attributes },
  options: UserPoolOptions = {},
) {
  const opened = openPool({ users: [{ username: 'ana', password, ...user }], ...options })
  const { AuthenticationResult: tokens } = await opened.signIn('ana')
  return { ...opened, AccessToken: tokens?.AccessToken ?? '' }
}

const on = { Enabled: true }
const preferred = { Enabled: true, PreferredMfa: true }
const off = { Enabled: false }

describe.each(['SetUserMFAPreference', 'AdminSetUserMFAPreference'])('by %s', (operation) => {
  async function open(user?: Partial<SimulatedUser>) {
    const opened = await signIn(user)
    const { ask, AccessToken } = opened
    const set = (settings: object) => ask(operation, { AccessToken, Username: 'ana', ...settings })
    const get = async () => {
      const { UserMFASettingList: list, PreferredMfaSetting: first } = await ask('AdminGetUser', {
        Username: 'ana',
      })
      return { list, first }
    }
    return { ...opened, set, get }
  }

  test('factors are turned on and off, and without any the list is absent', async () => {
    const { set, get } = await open()
    expect(await get()).toEqual({})
    await set({ SMSMfaSettings: on, EmailMfaSettings: preferred })
    expect(await get()).toEqual({ list: ['EMAIL_OTP', 'SMS_MFA'], first: 'EMAIL_OTP' })
    await set({ SMSMfaSettings: preferred })
    expect(await get()).toEqual({ list: ['EMAIL_OTP', 'SMS_MFA'], first: 'SMS_MFA' })
    await set({ SMSMfaSettings: { Enabled: true, PreferredMfa: false } })
    expect(await get()).toEqual({ list: ['EMAIL_OTP', 'SMS_MFA'] })
    await set({ SMSMfaSettings: off, EmailMfaSettings: off })
    expect(await get()).toEqual({})
  })

  test.each<[string, object, string]>([
    [
      'two factors are preferred',
      { SMSMfaSettings: preferred, EmailMfaSettings: preferred },
      'Only one MFA method can be preferred.',
    ],
    [
      'no app is verified',
      { SoftwareTokenMfaSettings: on },
      'User has not verified software token mfa',
    ],
    [
      'a factor is preferred but off',
      { SMSMfaSettings: { Enabled: false, PreferredMfa: true } },
      'An MFA method that is not enabled cannot be preferred.',
    ],
  ])('nothing changes when %s', async (_what, settings, message) => {
    const { set, get } = await open()
    await set({ EmailMfaSettings: on })
    expect(await set(settings)).toEqual(exception('InvalidParameterException', message))
    expect(await get()).toEqual({ list: ['EMAIL_OTP'] })
  })

  test('a factor by message requires an address', async () => {
    const { set } = await open({})
    expect(await set({ SMSMfaSettings: on })).toMatchObject({
      message: 'User does not have delivery config set to turn on SMS_MFA',
    })
  })
})

describe.each(['SetUserMFAPreference', 'AdminSetUserMFAPreference'])(
  'passkeys as MFA, by %s',
  (operation) => {
    async function open(asMfa: boolean) {
      const passkeys = { relyingPartyId: 'localhost', asMfa }
      const { ask, AccessToken } = await signIn({ attributes }, { passkeys })
      return (settings: object) => ask(operation, { AccessToken, Username: 'ana', ...settings })
    }
    const refused = (message: string) => exception('InvalidParameterException', message)
    const needsOther = refused('Passkey MFA needs another MFA method that is enabled.')

    test('require another factor, which then cannot be turned off', async () => {
      const set = await open(true)
      expect(await set({ WebAuthnMfaSettings: on })).toEqual(needsOther)
      expect(await set({ WebAuthnMfaSettings: on, EmailMfaSettings: on })).toEqual({})
      expect(await set({ EmailMfaSettings: off })).toEqual(needsOther)
      expect(await set({ EmailMfaSettings: off, SMSMfaSettings: on })).toEqual({})
      expect(await set({ WebAuthnMfaSettings: off })).toEqual({})
      expect(await set({ SMSMfaSettings: off })).toEqual({})
    })

    test('require a pool that accepts passkeys as MFA', async () => {
      const set = await open(false)
      expect(await set({ WebAuthnMfaSettings: on, EmailMfaSettings: on })).toEqual(
        refused('Passkeys have not been enabled as MFA by the user pool.'),
      )
    })
  },
)

describe('in a pool that requires MFA', () => {
  test('users cannot turn a factor off', async () => {
    const {
      pool,
      ask,
      signIn: start,
      answer,
    } = openPool({
      users: [{ username: 'ana', password, mfa: ['SMS_MFA'], preferredMfa: 'SMS_MFA', attributes }],
      mfa: 'ON',
    })
    const asked = await start('ana')
    const SMS_MFA_CODE = pool.outbox.at(-1)!.code
    const { AuthenticationResult: tokens } = await answer(asked, { SMS_MFA_CODE })
    const { AccessToken } = tokens
    expect(await ask('SetUserMFAPreference', { AccessToken, SMSMfaSettings: off })).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })
})

describe('an authenticator app of a signed-in user', () => {
  test('replaces the old one once it is verified, and is asked for once it is turned on', async () => {
    const {
      pool,
      ask,
      AccessToken,
      signIn: start,
    } = await signIn({ totpSecret: 'JBSWY3DPEHPK3PXP' })
    const before = pool.totp('ana')!.code
    const associated = await ask('AssociateSoftwareToken', { AccessToken })
    expect(associated).toEqual({ SecretCode: expect.stringMatching(/^[A-Z2-7]{52}$/) })
    expect(pool.totp('ana')).toMatchObject({ verified: false })
    const verify = (UserCode: string) => ask('VerifySoftwareToken', { AccessToken, UserCode })
    expect(await verify(before)).toEqual(
      exception('EnableSoftwareTokenMFAException', 'Code mismatch'),
    )
    expect(await verify(pool.totp('ana')!.code)).toEqual({ Status: 'SUCCESS' })
    expect(await start('ana')).toHaveProperty('AuthenticationResult')
    await ask('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: on })
    expect(await start('ana')).toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' })
  })

  test('cannot be verified before it is associated, nor if the pool has no such factor', async () => {
    const { ask, AccessToken } = await signIn()
    expect(await ask('VerifySoftwareToken', { AccessToken, UserCode: '123456' })).toMatchObject({
      __type: 'SoftwareTokenMFANotFoundException',
    })
    const without = await signIn({}, { mfaTypes: ['SMS_MFA'] })
    expect(
      await without.ask('AssociateSoftwareToken', { AccessToken: without.AccessToken }),
    ).toEqual(
      exception(
        'SoftwareTokenMFANotFoundException',
        'Software Token MFA has not been enabled by the userPool',
      ),
    )
    expect(await ask('AssociateSoftwareToken', {})).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })
})
