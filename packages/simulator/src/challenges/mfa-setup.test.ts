import { describe, expect, test } from 'vitest'
import { exception, openPool } from '../testing/open-pool.test.support.ts'

const users = [{ username: 'ana', password: 'Pa55word!' }]

describe('asked', () => {
  test('offers an app and e-mail but not SMS, as JSON in a string', async () => {
    const { signIn } = openPool({ users, mfa: 'ON' })
    expect(await signIn('ana')).toMatchObject({
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: {
        MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]',
        USERNAME: 'ana',
        USER_ID_FOR_SRP: 'ana',
      },
    })
  })

  test('offers SMS if `smsSetup` is set', async () => {
    const { signIn } = openPool({ users, mfa: 'ON', smsSetup: true, mfaTypes: ['SMS_MFA'] })
    expect((await signIn('ana')).ChallengeParameters.MFAS_CAN_SETUP).toBe('["SMS_MFA"]')
  })
})

describe('with an authenticator app', () => {
  async function associate() {
    const opened = openPool({ users, mfa: 'ON', mfaTypes: ['SOFTWARE_TOKEN_MFA'] })
    const asked = await opened.signIn('ana')
    const associated = await opened.ask('AssociateSoftwareToken', { Session: asked.Session })
    const verify = (UserCode: string, Session = associated.Session) =>
      opened.ask('VerifySoftwareToken', { Session, UserCode, FriendlyDeviceName: 'Pixel' })
    return { ...opened, asked, associated, verify }
  }

  test('returns a new Session with every request, and uses up the former one', async () => {
    const { pool, ask, asked, associated, verify, answer } = await associate()
    expect(associated.SecretCode).toMatch(/^[A-Z2-7]{52}$/)
    expect(pool.totp('ana')).toMatchObject({ verified: false })
    const verified = await verify(pool.totp('ana')!.code)
    expect(verified).toEqual({ Status: 'SUCCESS', Session: expect.any(String) })

    const spent = exception(
      'NotAuthorizedException',
      'Invalid session for the user, session can only be used once.',
    )
    expect(await ask('AssociateSoftwareToken', { Session: asked.Session })).toEqual(spent)
    expect(await verify('123456')).toEqual(spent)
    expect(await answer({ ...asked, Session: verified.Session }, {})).toHaveProperty(
      'AuthenticationResult',
    )
    expect(pool.totp('ana')).toMatchObject({ verified: true })
  })

  test('does not let the password alone replace an app that was set up in the meantime', async () => {
    const { pool, ask, signIn, answer } = openPool({ users, mfa: 'ON' })
    const [theirs, mine, mailed, later] = [
      await signIn('ana'),
      await signIn('ana'),
      await signIn('ana'),
      await signIn('ana'),
    ]
    const over = exception('NotAuthorizedException', 'Invalid session for the user.')
    const pending = await ask('AssociateSoftwareToken', { Session: theirs.Session })
    const coded = await answer(mailed, { EMAIL: 'eve@example.org' })
    const associated = await ask('AssociateSoftwareToken', { Session: mine.Session })
    const UserCode = pool.totp('ana')!.code
    await ask('VerifySoftwareToken', { Session: associated.Session, UserCode })

    expect(await ask('VerifySoftwareToken', { Session: pending.Session, UserCode })).toEqual(over)
    const EMAIL_OTP_CODE = pool.outbox.at(-1)!.code
    expect(await answer(coded, { EMAIL_OTP_CODE })).toEqual(over)
    expect(await answer(later, { EMAIL: 'eve@example.org' })).toEqual(over)
  })

  test('sets up nothing for a former password', async () => {
    const { pool, ask, associated, verify } = await associate()
    const Password = 'An0ther-password'
    await ask('AdminSetUserPassword', { Username: 'ana', Password, Permanent: true })
    expect(await verify(pool.totp('ana')!.code, associated.Session)).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user.'),
    )
  })

  test('refuses a wrong code and accepts the right one under the same Session', async () => {
    const { pool, verify } = await associate()
    expect(await verify('000000')).toEqual(
      exception('EnableSoftwareTokenMFAException', 'Code mismatch'),
    )
    expect(await verify('abcdef')).toMatchObject({
      __type: 'InvalidParameterException',
      message: expect.stringContaining("1 validation error detected: Value at 'userCode'"),
    })
    expect(await verify(pool.totp('ana')!.code)).toMatchObject({ Status: 'SUCCESS' })
  })

  test('is refused for a user who was disabled in the meantime', async () => {
    const { pool, ask, verify } = await associate()
    const { code } = pool.totp('ana')!
    await ask('AdminDisableUser', { Username: 'ana' })
    expect(await verify(code)).toEqual(exception('NotAuthorizedException', 'User is disabled.'))
  })

  test('uses up the code: the next sign-in needs another one, and shows the app’s name', async () => {
    const { pool, asked, verify, signIn, answer } = await associate()
    const { code } = pool.totp('ana')!
    await answer({ ...asked, Session: (await verify(code)).Session }, {})
    const next = await signIn('ana')
    expect(next).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { FRIENDLY_DEVICE_NAME: 'Pixel' },
    })
    expect(await answer(next, { SOFTWARE_TOKEN_MFA_CODE: code })).toMatchObject({
      __type: 'ExpiredCodeException',
    })
  })

  test('is refused before the code is verified', async () => {
    const { asked, associated, answer } = await associate()
    expect(await answer({ ...asked, Session: associated.Session }, {})).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })

  test('cannot be verified before it is associated', async () => {
    const { signIn, verify } = await associate()
    expect(await verify('123456', (await signIn('ana')).Session)).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user.'),
    )
  })
})

describe('with an address', () => {
  test.each([
    ['EMAIL', 'EMAIL_OTP', 'jane@example.com', 'email'],
    ['email', 'EMAIL_OTP', 'jane@example.com', 'email'],
    ['PHONE_NUMBER', 'SMS_MFA', '+15555550134', 'phone_number'],
  ])(
    'under %s, sends a code there and stores the address once the code is right',
    async (...row) => {
      const [key, challengeName, address, name] = row
      const { pool, ask, signIn, answer } = openPool({ users, mfa: 'ON', smsSetup: true })
      const asked = await answer(await signIn('ana'), { [key]: address })
      expect(asked.ChallengeName).toBe(challengeName)
      expect(await ask('AdminGetUser', { Username: 'ana' })).not.toHaveProperty(
        'UserMFASettingList',
      )
      const { code, destination } = pool.outbox.at(-1)!
      expect(destination).toBe(address)
      await answer(asked, { [`${challengeName}_CODE`]: code })
      expect(await ask('AdminGetUser', { Username: 'ana' })).toMatchObject({
        UserMFASettingList: [challengeName],
        UserAttributes: expect.arrayContaining([
          { Name: name, Value: address },
          { Name: `${name}_verified`, Value: 'true' },
        ]),
      })
    },
  )

  test('is known by the address from then on, where addresses are aliases', async () => {
    const { pool, ask, signIn, answer } = openPool({ users, mfa: 'ON', aliasAttributes: ['email'] })
    const asked = await answer(await signIn('ana'), { EMAIL: 'jane@example.com' })
    await answer(asked, { EMAIL_OTP_CODE: pool.outbox.at(-1)!.code })
    expect(await ask('AdminGetUser', { Username: 'jane@example.com' })).toMatchObject({
      Username: 'ana',
    })
  })

  test('refuses an invalid address and then accepts a valid one', async () => {
    const { signIn, answer } = openPool({ users, mfa: 'ON' })
    const asked = await signIn('ana')
    expect(await answer(asked, { EMAIL: 'nowhere' })).toEqual(
      exception('InvalidParameterException', 'Invalid email address format.'),
    )
    expect(await answer(asked, { EMAIL: 'jane@example.com' })).toHaveProperty('Session')
  })

  test('refuses an address that is an alias of another user', async () => {
    const owner = { username: 'bob', attributes: { email: 'bob@example.com' } }
    const { pool, signIn, answer } = openPool({
      users: [...users, owner],
      mfa: 'ON',
      aliasAttributes: ['email'],
    })
    const asked = await answer(await signIn('ana'), { EMAIL: 'bob@example.com' })
    expect(await answer(asked, { EMAIL_OTP_CODE: pool.outbox.at(-1)!.code })).toEqual(
      exception('AliasExistsException', 'An account with the email already exists.'),
    )
  })

  test('refuses a number if SMS is not offered', async () => {
    const { signIn, answer } = openPool({ users, mfa: 'ON' })
    expect(await answer(await signIn('ana'), { PHONE_NUMBER: '+15555550134' })).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })
})
