import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'

const attributes = { email: 'ana@example.com', phone_number: '+15555550134' }
const users = [{ username: 'ana', password, attributes }]
const Username = 'ana'

describe('an invited user', () => {
  test('gets a temporary password that the policy accepts, and must change it', async () => {
    const { ask, pool, signIn } = openPool({ passwordPolicy: { minLength: 20 } })
    const UserAttributes = [{ Name: 'email', Value: 'bob@example.com' }]
    expect(await ask('AdminCreateUser', { Username: 'bob', UserAttributes })).toMatchObject({
      User: { Username: 'bob', UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true },
    })
    const { code, ...message } = pool.outbox.at(-1)!
    expect(message).toMatchObject({ destination: 'bob@example.com', reason: 'AdminCreateUser' })
    expect(code).toMatch(/^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*[!#%+?@]).{20,}$/)
    expect(await signIn('bob', code)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' })
  })

  test('gets another message by RESEND, none by SUPPRESS, and the requested medium', async () => {
    const { ask, pool } = openPool()
    const UserAttributes = [
      { Name: 'email', Value: 'bob@example.com' },
      { Name: 'phone_number', Value: '+15555550199' },
    ]
    const bob = { Username: 'bob', UserAttributes }
    await ask('AdminCreateUser', { ...bob, MessageAction: 'SUPPRESS' })
    expect(pool.outbox).toEqual([])
    const DesiredDeliveryMediums = ['SMS']
    await ask('AdminCreateUser', { ...bob, MessageAction: 'RESEND', DesiredDeliveryMediums })
    expect(pool.outbox).toMatchObject([{ medium: 'SMS', destination: '+15555550199' }])
    expect(await ask('AdminCreateUser', bob)).toMatchObject({ __type: 'UsernameExistsException' })
  })

  test('needs no password if a code can go to a verified address', async () => {
    const { ask, pool } = openPool({ firstFactors: ['PASSWORD', 'EMAIL_OTP'] })
    const create = async (name: string, verified: string, more: object = {}) => {
      const UserAttributes = [
        { Name: 'email', Value: `${name}@example.com` },
        { Name: 'email_verified', Value: verified },
      ]
      const request = { Username: name, UserAttributes, MessageAction: 'SUPPRESS', ...more }
      const { User } = await ask('AdminCreateUser', request)
      const call = { AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: name } }
      const { AvailableChallenges } = await ask('InitiateAuth', call)
      return [(User as { UserStatus: string }).UserStatus, AvailableChallenges]
    }
    const temporary = ['FORCE_CHANGE_PASSWORD', ['PASSWORD_SRP', 'PASSWORD']]
    expect(await create('bob', 'true')).toEqual(['CONFIRMED', ['EMAIL_OTP']])
    expect(pool.outbox).toEqual([])
    expect(await create('cem', 'false')).toEqual(temporary)
    expect(await create('dan', 'true', { TemporaryPassword: password })).toEqual(temporary)
    expect(await create('eve', 'true', { MessageAction: undefined })).toEqual(temporary)
  })

  test('is created once by two concurrent requests', async () => {
    const { ask } = openPool({ triggers: { preSignUp: (event) => event } })
    const invite = () => ask('AdminCreateUser', { Username: 'bob' })
    const answers = await Promise.all([invite(), invite()])
    expect(answers.filter(({ User }) => User)).toHaveLength(1)
  })

  test('gets a temporary password that contains dollar signs unchanged', async () => {
    const { ask, pool } = openPool({
      triggers: {
        customMessage: (event) => ({ ...event, response: { emailMessage: '{username}: {####}' } }),
      },
    })
    const UserAttributes = [{ Name: 'email', Value: 'bob@example.com' }]
    const TemporaryPassword = "Ca$$h-$&-$'1"
    await ask('AdminCreateUser', { Username: 'bob', UserAttributes, TemporaryPassword })
    expect(pool.outbox).toMatchObject([{ text: `bob: ${TemporaryPassword}` }])
  })

  test('is not created if the preSignUp trigger refuses', async () => {
    const { ask } = openPool({
      triggers: {
        preSignUp(event) {
          throw new Error(`No ${event.triggerSource}`)
        },
      },
    })
    expect(await ask('AdminCreateUser', { Username: 'bob' })).toMatchObject({
      message: 'PreSignUp failed with error No PreSignUp_AdminCreateUser.',
    })
    expect(await ask('AdminGetUser', { Username: 'bob' })).toEqual(
      exception('UserNotFoundException', 'User does not exist.'),
    )
  })

  test('is created without a trigger if the PreSignUp ARN ends in :autoconfirm', async () => {
    const { ask } = openPool()
    await ask('UpdateUserPool', { LambdaConfig: { PreSignUp: 'arn:any:autoconfirm' } })
    expect(await ask('AdminCreateUser', { Username: 'bob' })).toHaveProperty('User')
    await ask('UpdateUserPool', { LambdaConfig: { PreSignUp: 'arn:any' } })
    expect(await ask('AdminCreateUser', { Username: 'eve' })).toMatchObject({
      __type: 'UnexpectedLambdaException',
    })
  })
})

describe('an existing user', () => {
  test('is disabled, which ends all sign-ins, and enabled', async () => {
    const { ask, signIn } = openPool({ users })
    const { AuthenticationResult: tokens } = await signIn('ana')
    await ask('AdminDisableUser', { Username })
    expect(await signIn('ana')).toMatchObject({ message: 'User is disabled.' })
    await ask('AdminEnableUser', { Username })
    expect(await signIn('ana')).toHaveProperty('AuthenticationResult')
    expect(await ask('GetUser', tokens)).toMatchObject({ message: 'Access Token has been revoked' })
  })

  test('is found by its sub as well', async () => {
    const { ask } = openPool({ users })
    const { UserAttributes } = await ask('AdminGetUser', { Username })
    const [{ Value: sub }] = UserAttributes as [{ Value: string }]
    expect(await ask('AdminGetUser', { Username: sub })).toMatchObject({ Username })
  })

  test('can be confirmed only once', async () => {
    const { ask, signIn } = openPool({ users: [{ ...users[0]!, status: 'UNCONFIRMED' }] })
    expect(await ask('AdminConfirmSignUp', { Username })).toEqual({})
    expect(await signIn('ana')).toHaveProperty('AuthenticationResult')
    expect(await ask('AdminConfirmSignUp', { Username })).toEqual(
      exception('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED'),
    )
  })

  test('is deleted', async () => {
    const { ask, signIn } = openPool({ users })
    const { AuthenticationResult: tokens } = await signIn('ana')
    await ask('AdminDeleteUser', { Username })
    expect(await signIn('ana')).toMatchObject({ __type: 'NotAuthorizedException' })
    expect(await ask('AdminDeleteUser', { Username })).toHaveProperty('__type')
    expect(await ask('GetUser', tokens)).toHaveProperty('__type')
  })

  test('gets a permanent or a temporary password', async () => {
    const { ask, signIn } = openPool({ users })
    const Password = 'An0ther-one'
    await ask('AdminSetUserPassword', { Username, Password, Permanent: true })
    expect(await signIn('ana', Password)).toHaveProperty('AuthenticationResult')
    await ask('AdminSetUserPassword', { Username, Password: 'Once-0nly' })
    expect(await signIn('ana', 'Once-0nly')).toMatchObject({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
    })
  })

  test('cannot be reset without a verified address', async () => {
    const unverified = { ...attributes, email_verified: 'false', phone_number_verified: 'false' }
    const { ask } = openPool({ users: [{ ...users[0]!, attributes: unverified }] })
    expect(await ask('AdminResetUserPassword', { Username })).toMatchObject({
      message: expect.stringContaining('no registered/verified email or phone_number'),
    })
  })

  test('loses the verification when its address changes', async () => {
    const { ask } = openPool({ users })
    const UserAttributes = [
      { Name: 'email', Value: 'new@example.com' },
      { Name: 'phone_number', Value: '' },
    ]
    await ask('AdminUpdateUserAttributes', { Username, UserAttributes })
    const { UserAttributes: now } = await ask('AdminGetUser', { Username })
    expect((now as { Name: string }[]).map(({ Name }) => Name)).toEqual(['sub', 'email'])
  })

  test('cannot have a preferred_username that another user signs in by', async () => {
    const { ask } = openPool({
      users: [...users, { username: 'bob' }],
      aliasAttributes: ['preferred_username'],
    })
    const prefer = (name: string, Value: string) =>
      ask('AdminUpdateUserAttributes', {
        Username: name,
        UserAttributes: [{ Name: 'preferred_username', Value }],
      })
    expect(await prefer('ana', 'queen')).toEqual({})
    expect(await prefer('ana', 'queen')).toEqual({})
    for (const taken of ['queen', 'ana']) {
      expect(await prefer('bob', taken)).toMatchObject({ __type: 'AliasExistsException' })
    }
  })

  test('is listed by filter, page by page', async () => {
    const { ask } = openPool({ users: [...users, { username: 'bob' }, { username: 'anton' }] })
    const find = async (Filter: string, more: object = {}) => {
      const { Users, ...rest } = await ask('ListUsers', { Filter, ...more })
      return [...((Users ?? []) as { Username: string }[]).map((user) => user.Username), rest]
    }
    expect(await find('')).toEqual(['ana', 'bob', 'anton', {}])
    expect(await find('username ^= "an"')).toEqual(['ana', 'anton', {}])
    expect(await find('email = "ana@example.com"')).toEqual(['ana', {}])
    expect(await find('username ^= "an"', { Limit: 1 })).toEqual(['ana', { PaginationToken: '1' }])
    expect(await find('nonsense')).toMatchObject([{ __type: 'InvalidParameterException' }])
  })

  test('has its groups in the ID token in the order of precedence, with the first one’s role', async () => {
    const { ask, signIn } = openPool({ users })
    const RoleArn = 'arn:aws:iam::123456789012:role/writers'
    await ask('CreateGroup', { GroupName: 'readers', Precedence: 2 })
    await ask('CreateGroup', { GroupName: 'writers', Precedence: 1, RoleArn })
    expect(await ask('CreateGroup', { GroupName: 'writers' })).toMatchObject({
      __type: 'GroupExistsException',
    })
    for (const GroupName of ['readers', 'writers', 'readers']) {
      await ask('AdminAddUserToGroup', { Username, GroupName })
    }
    expect(await ask('AdminAddUserToGroup', { Username, GroupName: 'none' })).toHaveProperty(
      '__type',
    )
    expect((await ask('AdminListGroupsForUser', { Username })).Groups).toMatchObject([
      { GroupName: 'readers' },
      { GroupName: 'writers' },
    ])
    const { AuthenticationResult: tokens } = await signIn('ana')
    expect(decodeJwt(tokens.IdToken)).toMatchObject({
      'cognito:groups': ['writers', 'readers'],
      'cognito:preferred_role': RoleArn,
    })
    await ask('AdminRemoveUserFromGroup', { Username, GroupName: 'writers' })
    expect((await ask('AdminListGroupsForUser', { Username })).Groups).toHaveLength(1)
  })

  test('has no devices at first', async () => {
    const { ask } = openPool({ users })
    expect(await ask('AdminListDevices', { Username })).toEqual({ Devices: [] })
  })
})
