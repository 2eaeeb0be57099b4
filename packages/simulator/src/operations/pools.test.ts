import { describe, expect, test } from 'vitest'
import { makePool } from '../testing/make-pool.test.support.ts'
import { openPool } from '../testing/open-pool.test.support.ts'

describe('a pool', () => {
  test('is described as it was made', async () => {
    const { ask, UserPoolId } = await makePool({
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

  test('describes the settings that have no effect', async () => {
    const lambda = { LambdaArn: 'arn:aws:lambda:eu-west-1:123456789012:function:any' }
    const settings = {
      LambdaConfig: { CustomSMSSender: { ...lambda, LambdaVersion: 'V1_0' }, KMSKeyID: 'arn:any' },
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    }
    const { ask } = await makePool(settings)
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

  test('has an id with the region that the request was signed for', async () => {
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

  test('is updated, and omitted settings return to their defaults', async () => {
    const { ask } = await makePool({
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
    const { ask, UserPoolId } = await makePool()
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
    const { ask } = await makePool()
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

  test('describes its passkey settings, with a default for what was omitted', async () => {
    const { ask } = await makePool()
    const set = async (WebAuthnConfiguration: object) => {
      await ask('SetUserPoolMfaConfig', { WebAuthnConfiguration })
      return (await ask('GetUserPoolMfaConfig')).WebAuthnConfiguration
    }
    expect(await set({ RelyingPartyId: 'example.com' })).toEqual({
      RelyingPartyId: 'example.com',
      UserVerification: 'preferred',
    })
    for (const FactorConfiguration of ['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION']) {
      const configuration = { FactorConfiguration, UserVerification: 'required' }
      expect(await set(configuration)).toEqual(configuration)
    }
    expect(await ask('SetUserPoolMfaConfig', {})).toEqual({
      MfaConfiguration: 'OFF',
      SoftwareTokenMfaConfiguration: { Enabled: false },
    })
    const wrong = { WebAuthnConfiguration: { UserVerification: 'discouraged' } }
    expect(await ask('SetUserPoolMfaConfig', wrong)).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })

  test.each([
    [{ AliasAttributes: ['email'], UsernameAttributes: ['email'] }],
    [{ Schema: [{ Name: 'team', Required: true }] }],
    [{ Policies: { PasswordPolicy: { MinimumLength: 5 } } }],
    [{ MfaConfiguration: 'MAYBE' }],
    [{ DeletionProtection: 'PERHAPS' }],
  ])('cannot be created with %j', async (settings) => {
    const { ask } = openPool()
    expect(await ask('CreateUserPool', { PoolName: 'made', ...settings })).toMatchObject({
      __type: 'InvalidParameterException',
    })
  })

  test('enforces its schema, password policy and aliases', async () => {
    const { ask, addUser, signIn } = await makePool({
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

  test('finds a user by the current address', async () => {
    const { ask, addUser, signIn } = await makePool({ AliasAttributes: ['email'] })
    await addUser('ana', { email: 'ana@example.com', email_verified: 'true' })
    const UserAttributes = [
      { Name: 'email', Value: 'jane@example.com' },
      { Name: 'email_verified', Value: 'true' },
    ]
    await ask('AdminUpdateUserAttributes', { Username: 'ana', UserAttributes })
    expect(await signIn('jane@example.com')).toHaveProperty('AuthenticationResult')
    expect(await signIn('ana@example.com')).toHaveProperty('__type')
  })

  test('accepts only addresses as usernames if addresses are usernames', async () => {
    const { addUser, signIn } = await makePool({ UsernameAttributes: ['email', 'phone_number'] })
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
