import { describe, expect, test } from 'vitest'
import { makePool } from '../testing/make-pool.test.support.ts'
import { openPool } from '../testing/open-pool.test.support.ts'

const toPolicies = (...AllowedFirstAuthFactors: string[]) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
})
const invalid = { __type: 'InvalidParameterException' }

describe('a SignInPolicy', () => {
  test('is PASSWORD by default', async () => {
    const { ask } = await makePool()
    expect((await ask('DescribeUserPool')).UserPool).toMatchObject(toPolicies('PASSWORD'))
  })

  test('is described as it was given, and its factors are offered', async () => {
    const policies = toPolicies('EMAIL_OTP', 'PASSWORD')
    const { ask, addUser } = await makePool(policies, { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
    expect((await ask('DescribeUserPool')).UserPool).toMatchObject(policies)
    await addUser('ana', { email: 'ana@example.com', phone_number: '+15555550134' })
    const call = { AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: 'ana' } }
    expect((await ask('InitiateAuth', call)).AvailableChallenges).toEqual([
      'PASSWORD_SRP',
      'PASSWORD',
      'EMAIL_OTP',
    ])
    await ask('UpdateUserPool', toPolicies('SMS_OTP'))
    expect((await ask('InitiateAuth', call)).AvailableChallenges).toEqual(['SMS_OTP'])
    await ask('UpdateUserPool')
    expect((await ask('DescribeUserPool')).UserPool).toMatchObject(toPolicies('PASSWORD'))
  })

  test.each([
    ['nothing', toPolicies()],
    ['an unknown factor', toPolicies('PASSWORD', 'SOFTWARE_TOKEN')],
    ['a ChallengeName in place of a factor', toPolicies('PASSWORD_SRP')],
    ['too many factors', toPolicies(...Array<string>(5).fill('PASSWORD'))],
    ['passkeys alone', toPolicies('WEB_AUTHN')],
    ['a code by e-mail if MFA is required', { MfaConfiguration: 'ON', ...toPolicies('EMAIL_OTP') }],
    ['a code by SMS if MFA is required', { MfaConfiguration: 'ON', ...toPolicies('SMS_OTP') }],
  ])('cannot be %s', async (_what, settings) => {
    const { ask } = await makePool(toPolicies('PASSWORD', 'EMAIL_OTP'))
    expect(await ask('CreateUserPool', { PoolName: 'other', ...settings })).toMatchObject(invalid)
    const refused = { AutoVerifiedAttributes: ['email'], ...settings }
    expect(await ask('UpdateUserPool', refused)).toMatchObject(invalid)
    const { UserPool } = await ask('DescribeUserPool')
    expect(UserPool).toMatchObject({
      MfaConfiguration: 'OFF',
      ...toPolicies('PASSWORD', 'EMAIL_OTP'),
    })
    expect(UserPool).not.toHaveProperty('AutoVerifiedAttributes')
  })

  test('is refused if it is empty', async () => {
    const { ask } = openPool()
    expect(await ask('CreateUserPool', { PoolName: 'other', ...toPolicies() })).toMatchObject({
      message: expect.stringMatching(/allowedFirstAuthFactors' .* greater than or equal to 1$/),
    })
  })

  test('cannot contain codes if MFA is required', async () => {
    const { ask } = await makePool(toPolicies('PASSWORD', 'EMAIL_OTP'))
    const config = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } }
    expect(await ask('SetUserPoolMfaConfig', config)).toMatchObject(invalid)
    expect(await ask('GetUserPoolMfaConfig')).toMatchObject({ MfaConfiguration: 'OFF' })
    const optional = { ...config, MfaConfiguration: 'OPTIONAL' }
    expect(await ask('SetUserPoolMfaConfig', optional)).toEqual(optional)
  })
})

describe('the option firstFactors', () => {
  test('throws for an impossible combination', () => {
    expect(() => openPool({ firstFactors: ['WEB_AUTHN'] })).toThrow(/WEB_AUTHN must accompany/)
    expect(() => openPool({ mfa: 'ON', firstFactors: ['PASSWORD', 'SMS_OTP'] })).toThrow(/SMS_OTP/)
    expect(() => openPool({ mfa: 'ON', firstFactors: ['PASSWORD', 'WEB_AUTHN'] })).not.toThrow()
  })
})
