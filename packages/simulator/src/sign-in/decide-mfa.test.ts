import { describe, expect, test } from 'vitest'
import type { MfaType } from '../pool/pool.ts'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'

const [sms, email, totp]: MfaType[] = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA']
const phone = { phone_number: '+15555550134' }
const mail = { email: 'ana@example.com' }
const totpSecret = 'JBSWY3DPEHPK3PXP'

async function decide(options: UserPoolOptions, user: Partial<SimulatedUser>) {
  const { signIn } = openPool({ ...options, users: [{ username: 'ana', password, ...user }] })
  const { ChallengeName: name, ChallengeParameters: asked, __type, ...rest } = await signIn('ana')
  if (__type) return __type
  if (!name) return Object.keys(rest).join()
  const choices = asked.MFAS_CAN_CHOOSE ?? asked.MFAS_CAN_SETUP
  return choices === undefined ? name : [name, ...(JSON.parse(choices) as string[])].join(' ')
}

describe('MFA off', () => {
  test('asks for no factor, whatever the user has', async () => {
    expect(await decide({ mfa: 'OFF' }, { mfa: [sms!], attributes: phone })).toBe(
      'AuthenticationResult',
    )
  })
})

describe('MFA optional', () => {
  test.each<[string, Partial<SimulatedUser>, string]>([
    ['no factor is on', { attributes: { ...phone, ...mail } }, 'AuthenticationResult'],
    ['an app is set up but not on', { totpSecret }, 'AuthenticationResult'],
    ['one factor is on', { mfa: [email!], attributes: mail }, 'EMAIL_OTP'],
    [
      'two factors are on',
      { mfa: [totp!, sms!], attributes: phone },
      `SELECT_MFA_TYPE ${sms} ${totp}`,
    ],
    [
      'two factors are on and one is preferred',
      { mfa: [totp!, sms!], preferredMfa: totp!, attributes: phone },
      'SOFTWARE_TOKEN_MFA',
    ],
  ])('%s', async (_what, user, expected) => {
    expect(await decide({ mfa: 'OPTIONAL' }, user)).toBe(expected)
  })
})

describe('MFA required', () => {
  const both = { ...phone, ...mail }

  test.each<[string, UserPoolOptions, Partial<SimulatedUser>, string]>([
    [
      'the preferred one',
      {},
      { mfa: [sms!], preferredMfa: sms!, attributes: phone, totpSecret },
      'SMS_MFA',
    ],
    ['an app and no address', {}, { totpSecret }, 'SOFTWARE_TOKEN_MFA'],
    [
      'an app and addresses',
      {},
      { totpSecret, attributes: both },
      `SELECT_MFA_TYPE ${sms} ${email} ${totp}`,
    ],
    [
      'an app and the address that recovers the account',
      { accountRecovery: ['verified_email'] },
      { totpSecret, attributes: mail },
      'SOFTWARE_TOKEN_MFA',
    ],
    ['a phone', { mfaTypes: [sms!, totp!] }, { attributes: phone }, 'SMS_MFA'],
    ['no phone', { mfaTypes: [sms!, totp!] }, {}, `MFA_SETUP ${totp}`],
    ['an address', { mfaTypes: [email!] }, { attributes: mail }, 'EMAIL_OTP'],
    ['no address', { mfaTypes: [email!] }, {}, `MFA_SETUP ${email}`],
    ['no factor of three', {}, {}, `MFA_SETUP ${totp} ${email}`],
    ['both addresses', {}, { attributes: both }, `SELECT_MFA_TYPE ${sms} ${email}`],
    [
      'both addresses, one of which recovers the account',
      { accountRecovery: ['verified_email', 'verified_phone_number'] },
      { attributes: both },
      'SMS_MFA',
    ],
    [
      'no factor, if e-mail recovers the account',
      { accountRecovery: ['verified_email'] },
      {},
      `MFA_SETUP ${totp}`,
    ],
    [
      'only the address that recovers the account',
      { accountRecovery: ['verified_email'] },
      { attributes: mail },
      'MFAMethodNotFoundException',
    ],
    [
      'only the address that recovers the account, in a pool without codes',
      { mfaTypes: [totp!], accountRecovery: ['verified_email'] },
      { attributes: mail },
      'MFAMethodNotFoundException',
    ],
    [
      'an address that the pool does not use, with apps possible',
      { mfaTypes: [totp!] },
      { attributes: mail },
      `MFA_SETUP ${totp}`,
    ],
    [
      'an address that the pool does not use, without apps',
      { mfaTypes: [email!] },
      { attributes: phone },
      'MFAMethodNotFoundException',
    ],
    [
      'an address that the pool does not use and one that recovers the account, with apps possible',
      { mfaTypes: [email!, totp!], accountRecovery: ['verified_email'] },
      { attributes: both },
      `MFA_SETUP ${totp}`,
    ],
    [
      'an address that recovers the account and one that the pool does not use, with apps possible',
      { mfaTypes: [sms!, totp!], accountRecovery: ['verified_phone_number'] },
      { attributes: both },
      `MFA_SETUP ${totp}`,
    ],
    ['both addresses and one enabled', { mfaTypes: [email!] }, { attributes: both }, 'EMAIL_OTP'],
    ['no possible factor', { mfaTypes: [sms!] }, {}, 'MFAMethodNotFoundException'],
  ])('%s', async (_what, options, user, expected) => {
    expect(await decide({ mfa: 'ON', ...options }, user)).toBe(expected)
  })
})

describe('an invalid seeded user', () => {
  test.each<[SimulatedUser, RegExp]>([
    [{ username: 'ana', mfa: [sms!] }, /ana.*phone_number/],
    [{ username: 'ana', mfa: [email!] }, /ana.*email/],
    [{ username: 'ana', attributes: { phone_number: '555' } }, /ana.*phone number/],
    [{ username: 'ana', attributes: { 'custom:shoe': '38' } }, /ana.*custom:shoe/],
    [{ username: 'ana', totpSecret: 'not base32!' }, /ana.*base32/],
  ])('%o is named in an error', (user, message) => {
    expect(() => openPool({ users: [user] })).toThrow(message)
  })
})

test('a user without any factor gets MFAMethodNotFoundException', async () => {
  const { signIn } = openPool({
    mfa: 'ON',
    mfaTypes: ['SMS_MFA'],
    users: [{ username: 'ana', password }],
  })
  expect(await signIn('ana')).toEqual(
    exception('MFAMethodNotFoundException', 'No MFA method is available for the user.'),
  )
})
