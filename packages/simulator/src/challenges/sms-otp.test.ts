import { describe, expect, test } from 'vitest'
import { ana, openChoice } from '../testing/choose.test.support.ts'
import { exception } from '../testing/open-pool.test.support.ts'
import type { SimulatedUser, UserPoolOptions } from '../user-pool-options.ts'

const mismatch = exception('CodeMismatchException', 'Invalid code or auth state for the user.')
const invalid = exception('NotAuthorizedException', 'Invalid session for the user.')

// Both codes behave in the same way, only the names differ.
describe.each([
  ['SMS_OTP', 'phone_number', 'SMS', '+15555550134', '+*******0134'],
  ['EMAIL_OTP', 'email', 'EMAIL', 'ana@example.com', 'a***@e***'],
])('%s as the first factor', (name, attribute, medium, destination, masked) => {
  const key = `${name}_CODE`

  async function ask(user: Partial<SimulatedUser> = {}, options: UserPoolOptions = {}) {
    const opened = openChoice(user, options)
    return { ...opened, asked: await opened.start({ PREFERRED_CHALLENGE: name }) }
  }

  test('sends eight digits and shows the address masked, without a username', async () => {
    const { asked, pool } = await ask()
    expect(asked.ChallengeParameters).toEqual({
      CODE_DELIVERY_DELIVERY_MEDIUM: medium,
      CODE_DELIVERY_DESTINATION: masked,
    })
    const code = expect.stringMatching(/^\d{8}$/)
    expect(pool.outbox).toEqual([
      expect.objectContaining({ medium, destination, code, username: 'ana' }),
    ])
  })

  test('signs in without a password, and verifies the address', async () => {
    const { asked, choose, lastCode, ask: askFor } = await ask({ password: undefined as never })
    const { AuthenticationResult } = await choose(asked, { [key]: lastCode() })
    const { AccessToken } = AuthenticationResult
    const { UserAttributes } = await askFor('GetUser', { AccessToken })
    expect(UserAttributes).toContainEqual({ Name: `${attribute}_verified`, Value: 'true' })
  })

  test('refuses a wrong, partial or missing code, and then accepts the right one once', async () => {
    const { asked, choose, lastCode } = await ask()
    const right = lastCode()
    for (const code of ['1', right.slice(0, 6), `${right}0`]) {
      expect(await choose(asked, { [key]: code })).toEqual(mismatch)
    }
    expect(await choose(asked, { [`${attribute}_CODE`]: right })).toEqual(
      exception('InvalidParameterException', `Missing required parameter ${key}`),
    )
    expect(await choose(asked, { [key]: right })).toHaveProperty('AuthenticationResult')
    expect(await choose(asked, { [key]: right })).toMatchObject({
      message: 'Invalid session for the user, session can only be used once.',
    })
  })

  test('refuses the code of another sign-in', async () => {
    const { asked, start, choose, lastCode } = await ask()
    const right = lastCode()
    const later = await start({ PREFERRED_CHALLENGE: name })
    expect(await choose(later, { [key]: right })).toEqual(mismatch)
    expect(await choose(asked, { [key]: right })).toHaveProperty('AuthenticationResult')
  })

  test('expires with its Session', async () => {
    const { asked, choose, lastCode, pool } = await ask()
    pool.clock.advance(180)
    expect(await choose(asked, { [key]: lastCode() })).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
    )
  })

  test('locks the user out after five wrong codes, and outlives the lock-out', async () => {
    const { asked, choose, lastCode, pool } = await ask()
    for (let time = 0; time < 5; time += 1) {
      expect(await choose(asked, { [key]: '1' })).toEqual(mismatch)
    }
    expect(await choose(asked, { [key]: lastCode() })).toEqual(
      exception('NotAuthorizedException', 'Password attempts exceeded'),
    )
    pool.clock.advance(1)
    expect(await choose(asked, { [key]: lastCode() })).toHaveProperty('AuthenticationResult')
  })

  test('confirms an account only by the right code', async () => {
    const { asked, choose, lastCode, ask: askFor } = await ask({ status: 'UNCONFIRMED' })
    const status = async () => (await askFor('AdminGetUser', { Username: 'ana' })).UserStatus
    await choose(asked, { [key]: '1' })
    expect(await status()).toBe('UNCONFIRMED')
    expect(await choose(asked, { [key]: lastCode() })).toHaveProperty('AuthenticationResult')
    expect(await status()).toBe('CONFIRMED')
  })

  test('is refused if the account was disabled in the meantime', async () => {
    const { asked, choose, lastCode, ask: askFor } = await ask()
    await askFor('AdminDisableUser', { Username: 'ana' })
    expect(await choose(asked, { [key]: lastCode() })).toEqual(
      exception('NotAuthorizedException', 'User is disabled.'),
    )
  })

  test('is refused if the address has changed', async () => {
    const { asked, choose, lastCode, ask: askFor } = await ask()
    const Value = attribute === 'email' ? 'eve@example.com' : '+15555550135'
    const UserAttributes = [{ Name: attribute, Value }]
    await askFor('AdminUpdateUserAttributes', { Username: 'ana', UserAttributes })
    expect(await choose(asked, { [key]: lastCode() })).toEqual(invalid)
  })

  test('is refused if a second factor was turned on in the meantime', async () => {
    const { asked, choose, lastCode, ask: askFor } = await ask()
    const enabled = { Username: 'ana', SMSMfaSettings: { Enabled: true } }
    await askFor('AdminSetUserMFAPreference', enabled)
    expect(await choose(asked, { [key]: lastCode() })).toEqual(invalid)
  })

  test('is refused if the password is now a temporary one', async () => {
    const { asked, choose, lastCode, ask: askFor } = await ask()
    await askFor('AdminSetUserPassword', { Username: 'ana', Password: 'N3w-password' })
    expect(await choose(asked, { [key]: lastCode() })).toEqual(invalid)
  })

  test('is refused once the user is deleted', async () => {
    const { asked, choose, lastCode, ask: askFor } = await ask()
    await askFor('AdminDeleteUser', { Username: 'ana' })
    expect(await choose(asked, { [key]: lastCode() })).toEqual(mismatch)
  })

  test('does not take over an alias of another user', async () => {
    const eve = { ...ana, username: 'eve', attributes: { [attribute]: destination } }
    const users = [{ ...ana, password: undefined as never }, eve]
    const aliasAttributes = [attribute as 'email']
    const { asked, choose, lastCode } = await ask({}, { users, aliasAttributes })
    expect(await choose(asked, { [key]: lastCode() })).toMatchObject({
      __type: 'AliasExistsException',
    })
  })

  test('has the code that the option `codes` returns', async () => {
    const asked: number[] = []
    const codes = (digits: number) => {
      asked.push(digits)
      return '13524675'
    }
    const { lastCode } = await ask({}, { codes })
    expect([lastCode(), asked]).toEqual(['13524675', [8]])
  })
})

test('SMS_OTP is not a second factor, and SMS_MFA not a first one', async () => {
  const { start, choose, signIn, lastCode } = openChoice({ mfa: ['SMS_MFA'] })
  const second = await signIn('ana')
  expect(await choose(second, { SMS_OTP_CODE: lastCode() }, 'SMS_OTP')).toEqual(invalid)
  expect(await start({ PREFERRED_CHALLENGE: 'SMS_MFA' })).toMatchObject({
    __type: 'InvalidParameterException',
  })
})
