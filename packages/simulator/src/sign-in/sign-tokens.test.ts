import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { describe, expect, test, vi } from 'vitest'
import { exception, noon, openPool, password } from '../testing/open-pool.test.support.ts'
import type { UserPoolOptions } from '../user-pool-options.ts'

const users = [
  {
    username: 'ana',
    password,
    groups: ['readers', 'admins'],
    attributes: { email: 'ana@example.com', 'custom:team': '7' },
  },
]

async function signIn(options: UserPoolOptions = {}) {
  const opened = openPool({ users, customAttributes: { team: { type: 'Number' } }, ...options })
  const { AuthenticationResult: tokens } = await opened.signIn('ana')
  return { ...opened, tokens }
}

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Simulated'

describe('after a sign-in', () => {
  test('the ID token says who the user is', async () => {
    const { pool, tokens, ask } = await signIn()
    const { UserAttributes } = await ask('GetUser', tokens)
    const sub = (UserAttributes as { Name: string; Value: string }[])[0]!.Value
    expect(decodeJwt(tokens.IdToken)).toEqual({
      sub,
      iss: issuer,
      aud: pool.config.clientId,
      token_use: 'id',
      auth_time: noon / 1000,
      iat: noon / 1000,
      exp: noon / 1000 + 3600,
      jti: expect.any(String),
      origin_jti: expect.any(String),
      event_id: expect.any(String),
      'cognito:username': 'ana',
      'cognito:groups': ['readers', 'admins'],
      email: 'ana@example.com',
      email_verified: true,
      'custom:team': '7',
    })
  })

  test('the access token says what the client may do', async () => {
    const { pool, tokens } = await signIn()
    const id = decodeJwt(tokens.IdToken)
    expect(decodeJwt(tokens.AccessToken)).toEqual({
      sub: id.sub,
      iss: issuer,
      client_id: pool.config.clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      auth_time: noon / 1000,
      iat: noon / 1000,
      exp: noon / 1000 + 3600,
      jti: expect.any(String),
      origin_jti: id.origin_jti,
      event_id: id.event_id,
      username: 'ana',
      version: 2,
      'cognito:groups': ['readers', 'admins'],
    })
  })

  test('each token verifies against its own published key', async () => {
    const { pool, tokens } = await signIn()
    const url = new URL(`${issuer}/.well-known/jwks.json`)
    const keys = createRemoteJWKSet(url, { [customFetch]: pool.fetch })
    const options = { issuer, currentDate: new Date(noon) }
    await expect(jwtVerify(tokens.IdToken, keys, options)).resolves.toBeDefined()
    await expect(jwtVerify(tokens.AccessToken, keys, options)).resolves.toBeDefined()
    const kids = [tokens.IdToken, tokens.AccessToken].map((token) => decodeProtectedHeader(token))
    expect(kids[0]).toEqual({ alg: 'RS256', kid: expect.any(String) })
    expect(kids[0]!.kid).not.toBe(kids[1]!.kid)
  })

  test('the discovery document names the issuer and where the keys are', async () => {
    const { pool } = await signIn()
    const url = 'http://127.0.0.1:9229/eu-west-1_Simulated/.well-known/openid-configuration'
    expect(await (await pool.fetch(url)).json()).toMatchObject({
      issuer,
      jwks_uri: 'http://127.0.0.1:9229/eu-west-1_Simulated/.well-known/jwks.json',
    })
  })
})

test('a failure to generate keys is an InternalErrorException and no unhandled rejection', async () => {
  const failed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const signingKeys = () => Promise.reject(new Error('No keys'))
  const opened = openPool({ users: [{ username: 'ana', password }], signingKeys })
  expect(await opened.signIn('ana')).toMatchObject({ __type: 'InternalErrorException' })
  expect(failed).toHaveBeenCalledTimes(1)
  failed.mockRestore()
})

describe('with a preTokenGeneration trigger', () => {
  test('version 1 adds and removes claims of the ID token', async () => {
    const { tokens } = await signIn({
      triggers: {
        preTokenGeneration: (event) => ({
          ...event,
          response: {
            claimsOverrideDetails: {
              claimsToAddOrOverride: { plan: 'pro', sub: 'somebody else' },
              claimsToSuppress: ['email', 'sub'],
              groupOverrideDetails: { groupsToOverride: ['writers'] },
            },
          },
        }),
      },
    })
    const id = decodeJwt(tokens.IdToken)
    expect(id).toMatchObject({ plan: 'pro', 'cognito:groups': ['writers'] })
    expect(id).not.toHaveProperty('email')
    expect(id.sub).toBe(decodeJwt(tokens.AccessToken).sub)
    expect(id.sub).not.toBe('somebody else')
    expect(decodeJwt(tokens.AccessToken)).not.toHaveProperty('plan')
  })

  test('version 2 changes the access token as well', async () => {
    const { tokens } = await signIn({
      triggers: {
        preTokenGeneration: (event) => ({
          ...event,
          response: {
            claimsAndScopeOverrideDetails: {
              accessTokenGeneration: {
                claimsToAddOrOverride: { plan: 'pro' },
                scopesToAdd: ['orders/read'],
              },
            },
          },
        }),
      },
    })
    expect(decodeJwt(tokens.AccessToken)).toMatchObject({
      plan: 'pro',
      scope: 'aws.cognito.signin.user.admin orders/read',
    })
  })
})

describe('with a preTokenGeneration trigger that returns values of the wrong type', () => {
  test.each<[string, object]>([
    ['scopes', { claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToAdd: 5 } } }],
    ['claims', { claimsOverrideDetails: { claimsToAddOrOverride: 'plan' } }],
    ['claims to suppress', { claimsOverrideDetails: { claimsToSuppress: { email: true } } }],
    [
      'groups',
      { claimsOverrideDetails: { groupOverrideDetails: { groupsToOverride: [{ id: 1 }] } } },
    ],
  ])(
    'wrong %s are an InvalidLambdaResponseException, not an internal error',
    async (_what, response) => {
      const opened = openPool({
        users: [{ username: 'ana', password }],
        triggers: { preTokenGeneration: (event) => ({ ...event, response }) },
      })
      expect(await opened.signIn('ana')).toEqual(
        exception('InvalidLambdaResponseException', 'Unrecognizable lambda output'),
      )
    },
  )
})
