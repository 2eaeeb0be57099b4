import { describe, expect, test } from 'vitest'
import { type Answer, openPool, password } from '../testing/open-pool.test.support.ts'

/** Pools and clients made over the wire, next to the one that is there. */
async function make(settings: object = {}, client: object = {}) {
  const opened = openPool()
  const { UserPool } = await opened.ask('CreateUserPool', { PoolName: 'made', ...settings })
  const { Id: UserPoolId } = UserPool as { Id: string }
  const { UserPoolClient } = await opened.ask('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'made',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    ...client,
  })
  const { ClientId } = UserPoolClient as { ClientId: string }
  const ask = (operation: string, body: object = {}) => {
    return opened.ask(operation, { UserPoolId, ClientId, ...body })
  }
  const addUser = async (Username: string, attributes: Record<string, string> = {}) => {
    const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
    const created = await ask('AdminCreateUser', { Username, UserAttributes })
    await ask('AdminSetUserPassword', { Username, Password: password, Permanent: true })
    return created
  }
  const signIn = (USERNAME: string, PASSWORD = password) =>
    ask('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    })
  return { ask, addUser, signIn, UserPoolId, ClientId }
}

describe('a pool', () => {
  test('is described as it was made', async () => {
    const { ask, UserPoolId } = await make({
      AliasAttributes: ['email'],
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_phone_number', Priority: 2 },
          { Name: 'verified_email', Priority: 1 },
        ],
      },
      Policies: { PasswordPolicy: { MinimumLength: 12, RequireNumbers: true } },
      Schema: [
        { Name: 'name', Required: true },
        {
          Name: 'team',
          AttributeDataType: 'Number',
          Mutable: false,
          NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' },
        },
      ],
      UserPoolTags: { a: 'b' },
      UsernameConfiguration: { CaseSensitive: false },
    })
    expect((await ask('DescribeUserPool')).UserPool).toMatchObject({
      Id: UserPoolId,
      Name: 'made',
      MfaConfiguration: 'OFF',
      AliasAttributes: ['email'],
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 1 },
          { Name: 'verified_phone_number', Priority: 2 },
        ],
      },
      Policies: {
        PasswordPolicy: { MinimumLength: 12, RequireNumbers: true, RequireSymbols: false },
      },
      SchemaAttributes: expect.arrayContaining([
        expect.objectContaining({ Name: 'name', Required: true, Mutable: true }),
        expect.objectContaining({
          Name: 'custom:team',
          AttributeDataType: 'Number',
          Mutable: false,
          NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' },
        }),
      ]),
      UserPoolTags: { a: 'b' },
      UsernameConfiguration: { CaseSensitive: false },
    })
  })

  test('forgets no setting that it merely keeps', async () => {
    const lambda = { LambdaArn: 'arn:aws:lambda:eu-west-1:123456789012:function:any' }
    const settings = {
      LambdaConfig: { CustomSMSSender: { ...lambda, LambdaVersion: 'V1_0' }, KMSKeyID: 'arn:any' },
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    }
    const { ask } = await make(settings)
    expect((await ask('DescribeUserPool')).UserPool).toMatchObject(settings)
    const mfa = {
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsAuthenticationMessage: 'Psst: {####}' },
      SoftwareTokenMfaConfiguration: { Enabled: false },
      WebAuthnConfiguration: { RelyingPartyId: 'example.com', UserVerification: 'required' },
    }
    expect(await ask('SetUserPoolMfaConfig', mfa)).toEqual(mfa)
    expect(await ask('GetUserPoolMfaConfig')).toEqual(mfa)
  })

  test('has its id from the region that the request was signed for', async () => {
    const { pool } = openPool()
    const response = await pool.fetch('http://localhost/', {
      method: 'POST',
      headers: {
        'x-amz-target': 'AWSCognitoIdentityProviderService.CreateUserPool',
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKID/20261121/ap-south-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: '{"PoolName":"made"}',
    })
    const { UserPool } = (await response.json()) as { UserPool: { Id: string } }
    expect(UserPool.Id).toMatch(/^ap-south-1_[A-Za-z\d]{9}$/)
  })

  test('is updated, whatever is left out going back to its default', async () => {
    const { ask } = await make({
      AutoVerifiedAttributes: ['email'],
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    })
    await ask('UpdateUserPool', { LambdaConfig: { PreSignUp: 'arn:x' } })
    const { UserPool } = await ask('DescribeUserPool')
    expect(UserPool).toMatchObject({
      LambdaConfig: { PreSignUp: 'arn:x' },
      Policies: { PasswordPolicy: { MinimumLength: 8 } },
    })
    expect(UserPool).not.toHaveProperty('AutoVerifiedAttributes')
  })

  test('is listed page by page, and deleted', async () => {
    const { ask, UserPoolId } = await make()
    const first = await ask('ListUserPools', { MaxResults: 1 })
    expect(first.UserPools).toHaveLength(1)
    const { NextToken } = first
    const second = await ask('ListUserPools', { MaxResults: 1, NextToken })
    expect(second.UserPools).toMatchObject([{ Id: UserPoolId, Name: 'made' }])
    expect(second).not.toHaveProperty('NextToken')
    await ask('DeleteUserPool')
    expect(await ask('DescribeUserPool')).toMatchObject({
      __type: 'ResourceNotFoundException',
      message: `User pool ${UserPoolId} does not exist.`,
    })
  })

  test('has the MFA types that SetUserPoolMfaConfig gives it', async () => {
    const { ask } = await make()
    const config = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } }
    expect(await ask('SetUserPoolMfaConfig', config)).toEqual(config)
    expect(await ask('GetUserPoolMfaConfig')).toEqual(config)
    expect(await ask('SetUserPoolMfaConfig', { ...config, MfaConfiguration: 'OFF' })).toMatchObject(
      { __type: 'InvalidParameterException' },
    )
    expect(await ask('SetUserPoolMfaConfig', { MfaConfiguration: 'ON' })).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })

  test.each([
    [{ AliasAttributes: ['email'], UsernameAttributes: ['email'] }],
    [{ Schema: [{ Name: 'team', Required: true }] }],
    [{ Policies: { PasswordPolicy: { MinimumLength: 5 } } }],
    [{ MfaConfiguration: 'MAYBE' }],
    [{ DeletionProtection: 'PERHAPS' }],
  ])('cannot be made with %j', async (settings) => {
    const { ask } = openPool()
    expect(await ask('CreateUserPool', { PoolName: 'made', ...settings })).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })

  test('holds users to its schema, its policy and its aliases', async () => {
    const { ask, addUser, signIn } = await make({
      AliasAttributes: ['email'],
      Policies: { PasswordPolicy: { MinimumLength: 9 } },
      Schema: [
        {
          Name: 'team',
          AttributeDataType: 'Number',
          Mutable: false,
          NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' },
        },
      ],
    })
    await addUser('ana', { email: 'ana@example.com', email_verified: 'true', 'custom:team': '4' })
    expect(await signIn('ana@example.com')).toHaveProperty('AuthenticationResult')
    const change = (Name: string, Value: string, Username = 'ana') => {
      return ask('AdminUpdateUserAttributes', { Username, UserAttributes: [{ Name, Value }] })
    }
    expect(await change('custom:team', '5')).toMatchObject({
      message: 'user.custom:team: Attribute cannot be updated.',
    })
    await addUser('bob')
    for (const value of ['0', '10', 'four']) {
      expect(await change('custom:team', value, 'bob')).toMatchObject({
        message: expect.stringContaining('Attributes did not conform to the schema: custom:team:'),
      })
    }
    expect(await change('birthdate', '1 May', 'bob')).toHaveProperty('__type')
    expect(await change('email_verified', 'true', 'bob')).toEqual({})
    expect(await change('email', 'ana@example.com', 'bob')).toEqual({})
    const taken = [
      { Name: 'email', Value: 'ana@example.com' },
      { Name: 'email_verified', Value: 'true' },
    ]
    expect(
      await ask('AdminUpdateUserAttributes', { Username: 'bob', UserAttributes: taken }),
    ).toMatchObject({ __type: 'AliasExistsException' })
    expect(await ask('AdminCreateUser', { Username: 'eve@example.com' })).toMatchObject({
      message: 'Username cannot be of email format, since user pool is configured for email alias.',
    })
    const weak = { Username: 'bob', Password: 'pa55word', Permanent: true }
    expect(await ask('AdminSetUserPassword', weak)).toMatchObject({
      message: 'Password did not conform with policy: Password not long enough',
    })
  })

  test('where addresses are names, takes nothing else', async () => {
    const { addUser, signIn } = await make({ UsernameAttributes: ['email', 'phone_number'] })
    expect(await addUser('ana')).toMatchObject({
      message: 'Username should be either an email or a phone number.',
    })
    expect(await addUser('ana@example.com')).toMatchObject({
      User: {
        Username: expect.stringMatching(/^[\da-f-]{36}$/),
        Attributes: expect.arrayContaining([{ Name: 'email', Value: 'ana@example.com' }]),
      },
    })
    expect(await signIn('ana@example.com')).toHaveProperty('AuthenticationResult')
    expect(await addUser('ana@example.com')).toMatchObject({ __type: 'UsernameExistsException' })
  })
})

describe('a client', () => {
  test('shows unknown names unless it is told to hide them', async () => {
    const legacy = await make()
    expect(await legacy.signIn('nobody')).toMatchObject({ __type: 'UserNotFoundException' })
    const hiding = await make({}, { PreventUserExistenceErrors: 'ENABLED' })
    expect(await hiding.signIn('nobody')).toMatchObject({ __type: 'NotAuthorizedException' })
  })

  test('permits the flows that the service permits, unless it is told which', async () => {
    const { ask, signIn } = await make({}, { ExplicitAuthFlows: undefined })
    expect((await ask('DescribeUserPoolClient')).UserPoolClient).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
      PreventUserExistenceErrors: 'LEGACY',
      AuthSessionValidity: 3,
    })
    expect(await signIn('ana')).toMatchObject({
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    })
  })

  test('has a secret if it wants one', async () => {
    const { ask, signIn } = await make({}, { GenerateSecret: true })
    expect((await ask('DescribeUserPoolClient')).UserPoolClient).toMatchObject({
      ClientSecret: expect.stringMatching(/^[a-z\d]{51}$/),
    })
    expect(await signIn('ana')).toMatchObject({
      message: expect.stringContaining('SECRET_HASH was not received'),
    })
  })

  test('sets how long tokens live', async () => {
    const { addUser, signIn } = await make(
      {},
      { AccessTokenValidity: 10, TokenValidityUnits: { AccessToken: 'minutes' } },
    )
    await addUser('ana')
    expect((await signIn('ana')).AuthenticationResult.ExpiresIn).toBe(600)
  })

  test('describes token lifetimes in the units they were given in', async () => {
    const standard = await make()
    expect((await standard.ask('DescribeUserPoolClient')).UserPoolClient).toMatchObject({
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
    })
    const asked = { AccessTokenValidity: 10, TokenValidityUnits: { AccessToken: 'minutes' } }
    const { ask } = await make({}, asked)
    const { UserPoolClient: made } = await ask('DescribeUserPoolClient')
    expect(made).toMatchObject({ ...asked, RefreshTokenValidity: 30 })
    const days = { RefreshTokenValidity: 7, TokenValidityUnits: { RefreshToken: 'days' } }
    const { UserPoolClient: updated } = await ask('UpdateUserPoolClient', days)
    expect(updated).toMatchObject(days)
    expect(updated).not.toHaveProperty('AccessTokenValidity')
  })

  test('reads and writes what it may', async () => {
    const { ask, addUser, signIn } = await make(
      {},
      { ReadAttributes: ['email'], WriteAttributes: ['email'] },
    )
    await addUser('ana', { email: 'ana@example.com', name: 'Ana' })
    const { AuthenticationResult: tokens } = await signIn('ana')
    const { UserAttributes } = await ask('GetUser', tokens)
    expect((UserAttributes as { Name: string }[]).map(({ Name }) => Name)).toEqual(['sub', 'email'])
    await ask('AdminSetUserPassword', { Username: 'ana', Password: password })
    const { Session } = await signIn('ana')
    expect(
      await ask('RespondToAuthChallenge', {
        Session,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        ChallengeResponses: {
          USERNAME: 'ana',
          NEW_PASSWORD: password,
          'userAttributes.name': 'Anna',
        },
      }),
    ).toMatchObject({ message: 'A client attempted to write unauthorized attribute' })
  })

  test('is updated, listed and deleted', async () => {
    const { ask, signIn, ClientId } = await make()
    await ask('UpdateUserPoolClient', { ClientName: 'renamed', AuthSessionValidity: 5 })
    expect((await ask('ListUserPoolClients')).UserPoolClients).toMatchObject([
      { ClientId, ClientName: 'renamed' },
    ])
    expect((await ask('DescribeUserPoolClient')).UserPoolClient).toMatchObject({
      AuthSessionValidity: 5,
    })
    await ask('DeleteUserPoolClient')
    expect(await signIn('ana')).toMatchObject({
      message: `User pool client ${ClientId} does not exist.`,
    })
  })

  test('is not changed by an update that is refused', async () => {
    const { ask } = await make()
    const { UserPoolClient: before } = await ask('DescribeUserPoolClient')
    const impossible = { AccessTokenValidity: 99, ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] }
    expect(await ask('UpdateUserPoolClient', impossible)).toHaveProperty('__type')
    expect((await ask('DescribeUserPoolClient')).UserPoolClient).toEqual(before)
  })

  test.each([
    [
      {
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED' },
      },
    ],
    [{ RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 61 } }],
    [{ ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ADMIN_NO_SRP_AUTH'] }],
    [{ AuthSessionValidity: 2 }],
    [{ AccessTokenValidity: 2, TokenValidityUnits: { AccessToken: 'days' } }],
  ])('cannot be made with %j', async (settings) => {
    const { ask } = openPool()
    const refused: Answer = await ask('CreateUserPoolClient', { ClientName: 'made', ...settings })
    expect(refused).toMatchObject({ __type: 'InvalidParameterException' })
  })
})
