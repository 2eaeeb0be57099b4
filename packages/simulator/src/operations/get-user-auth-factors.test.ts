import { expect, test } from 'vitest'
import { openChoice } from '../testing/choose.test.support.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'

async function ask(user: Partial<SimulatedUser> = {}, options: UserPoolOptions = {}) {
  const opened = openChoice(user, options)
  const { AuthenticationResult } = await opened.signIn('ana')
  const { AccessToken } = AuthenticationResult
  return { ...opened, AccessToken, told: await opened.ask('GetUserAuthFactors', { AccessToken }) }
}

test('lists the first factors of the user', async () => {
  expect((await ask()).told).toEqual({
    Username: 'ana',
    ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
  })
})

test('omits a factor that the pool does not allow or the user does not have', async () => {
  const { told } = await ask({ attributes: {} }, { firstFactors: ['PASSWORD', 'EMAIL_OTP'] })
  expect(told).toEqual({ Username: 'ana', ConfiguredUserAuthFactors: ['PASSWORD'] })
})

test('lists second factors as well', async () => {
  const { choose, signIn, pool, ask: askFor } = openChoice({ preferredMfa: 'SOFTWARE_TOKEN_MFA' })
  const SOFTWARE_TOKEN_MFA_CODE = pool.totp('ana')!.code
  const { AuthenticationResult } = await choose(await signIn('ana'), { SOFTWARE_TOKEN_MFA_CODE })
  const { AccessToken } = AuthenticationResult
  expect(await askFor('GetUserAuthFactors', { AccessToken })).toEqual({
    Username: 'ana',
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'SOFTWARE_TOKEN'],
  })
})

test('is refused without a token, with an invalid one and after a sign-out', async () => {
  const { ask: askFor, AccessToken } = await ask()
  expect(await askFor('GetUserAuthFactors', {})).toMatchObject({
    message: expect.stringContaining("'accessToken'"),
  })
  expect(await askFor('GetUserAuthFactors', { AccessToken: 'none' })).toMatchObject({
    __type: 'NotAuthorizedException',
  })
  await askFor('GlobalSignOut', { AccessToken })
  expect(await askFor('GetUserAuthFactors', { AccessToken })).toMatchObject({
    message: 'Access Token has been revoked',
  })
})
