import { describe, expect, test } from 'vitest'
import { makePool } from '../testing/make-pool.test.support.ts'
import { type Answer, openPool, password } from '../testing/open-pool.test.support.ts'

describe('a client', () => {
  test('reports unknown users unless it is configured to hide them', async () => {
    const legacy = await makePool()
    expect(await legacy.signIn('nobody')).toMatchObject({ __type: 'UserNotFoundException' })
    const hiding = await makePool({}, { PreventUserExistenceErrors: 'ENABLED' })
    expect(await hiding.signIn('nobody')).toMatchObject({ __type: 'NotAuthorizedException' })
  })

  test('permits the default flows of the service unless it is configured', async () => {
    const { ask, signIn } = await makePool({}, { ExplicitAuthFlows: undefined })
    expect((await ask('DescribeUserPoolClient')).UserPoolClient).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
      PreventUserExistenceErrors: 'LEGACY',
      AuthSessionValidity: 3,
    })
    expect(await signIn('ana')).toMatchObject({
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    })
  })

  test('has a secret if GenerateSecret is set', async () => {
    const { ask, signIn } = await makePool({}, { GenerateSecret: true })
    expect((await ask('DescribeUserPoolClient')).UserPoolClient).toMatchObject({
      ClientSecret: expect.stringMatching(/^[a-z\d]{51}$/),
    })
    expect(await signIn('ana')).toMatchObject({
      message: expect.stringContaining('SECRET_HASH was not received'),
    })
  })

  test('sets the lifetime of tokens', async () => {
    const { addUser, signIn } = await makePool(
      {},
      { AccessTokenValidity: 10, TokenValidityUnits: { AccessToken: 'minutes' } },
    )
    await addUser('ana')
    expect((await signIn('ana')).AuthenticationResult.ExpiresIn).toBe(600)
  })

  test('describes token lifetimes in the units in which they were given', async () => {
    const standard = await makePool()
    expect((await standard.ask('DescribeUserPoolClient')).UserPoolClient).toMatchObject({
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
    })
    const asked = { AccessTokenValidity: 10, TokenValidityUnits: { AccessToken: 'minutes' } }
    const { ask } = await makePool({}, asked)
    const { UserPoolClient: made } = await ask('DescribeUserPoolClient')
    expect(made).toMatchObject({ ...asked, RefreshTokenValidity: 30 })
    const days = { RefreshTokenValidity: 7, TokenValidityUnits: { RefreshToken: 'days' } }
    const { UserPoolClient: updated } = await ask('UpdateUserPoolClient', days)
    expect(updated).toMatchObject(days)
    expect(updated).not.toHaveProperty('AccessTokenValidity')
  })

  test('reads and writes only the permitted attributes', async () => {
    const { ask, addUser, signIn } = await makePool(
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
    const { ask, signIn, ClientId } = await makePool()
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
    const { ask } = await makePool()
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
  ])('cannot be created with %j', async (settings) => {
    const { ask } = openPool()
    const refused: Answer = await ask('CreateUserPoolClient', { ClientName: 'made', ...settings })
    expect(refused).toMatchObject({ __type: 'InvalidParameterException' })
  })
})
