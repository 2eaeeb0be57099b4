import { describe, expect, test } from 'vitest'
import { openChoice } from '../testing/choose.test.support.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'

const passwords = ['PASSWORD_SRP', 'PASSWORD']
const [email, phone] = ['EMAIL_OTP', 'SMS_OTP']
const mail = { email: 'ana@example.com' }

type Case = [string, Partial<SimulatedUser>, UserPoolOptions, unknown[]]

async function offer(user: Partial<SimulatedUser>, options: UserPoolOptions) {
  // A preference for what is not available changes nothing.
  return (await openChoice(user, options).start({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }))
    .AvailableChallenges
}

describe('offered', () => {
  test.each<Case>([
    ['every factor that the user has', {}, {}, [...passwords, email, phone]],
    ['a code by e-mail alone', { attributes: mail }, {}, [...passwords, email]],
    ['no password to a user without one', { password: undefined as never }, {}, [email, phone]],
    ['the password alone by default', {}, { firstFactors: undefined! }, passwords],
    [
      'no code that the pool does not allow',
      {},
      { firstFactors: ['PASSWORD', 'SMS_OTP'] },
      [...passwords, phone],
    ],
    ['no password that the pool does not allow', {}, { firstFactors: ['EMAIL_OTP'] }, [email]],
    [
      'the password alone while it is temporary',
      { status: 'FORCE_CHANGE_PASSWORD' },
      {},
      passwords,
    ],
    ['a code to an unconfirmed user', { status: 'UNCONFIRMED' }, {}, [...passwords, email, phone]],
    [
      'the password alone if MFA is required',
      {},
      { mfa: 'ON', firstFactors: ['PASSWORD', 'WEB_AUTHN'] },
      passwords,
    ],
    [
      'the password alone if MFA is required but not possible for the user',
      { attributes: {} },
      { mfa: 'ON', mfaTypes: ['SMS_MFA'], firstFactors: ['PASSWORD', 'WEB_AUTHN'] },
      passwords,
    ],
    ['the password alone to a user with MFA', { mfa: ['SMS_MFA'] }, {}, passwords],
    [
      'a code to a user with MFA in a pool without it',
      { mfa: ['SMS_MFA'] },
      { mfa: 'OFF' },
      [...passwords, email, phone],
    ],
    [
      'a code to a user whose app is not turned on',
      { totpSecret: 'JBSWY3DPEHPK3PXP' },
      {},
      [...passwords, email, phone],
    ],
  ])('is %s', async (_what, user, options, expected) => {
    expect(await offer(user, options)).toEqual(expected)
  })
})
