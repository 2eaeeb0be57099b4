import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'
import type { UserPoolOptions } from '../user-pool-options.ts'

const type = 'NotAuthorizedException'
const methods = ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN', 'GetTokensFromRefreshToken']

async function signIn(options: UserPoolOptions = {}) {
  const opened = openPool({ users: [{ username: 'ana', password }], ...options })
  const { AuthenticationResult: tokens } = await opened.signIn('ana')
  const refresh = (method: string, RefreshToken = tokens.RefreshToken) =>
    method === 'GetTokensFromRefreshToken'
      ? opened.ask(method, { RefreshToken })
      : opened.ask('InitiateAuth', {
          AuthFlow: method,
          AuthParameters: { REFRESH_TOKEN: RefreshToken },
        })
  return { ...opened, tokens, refresh }
}

describe.each(methods)('by %s', (method) => {
  test('issues new tokens of the same sign-in, and no new refresh token', async () => {
    const { pool, tokens, refresh } = await signIn()
    pool.clock.advance(3600)
    const { AuthenticationResult: fresh } = await refresh(method)
    expect(Object.keys(fresh).toSorted()).toEqual([
      'AccessToken',
      'ExpiresIn',
      'IdToken',
      'TokenType',
    ])
    const [before, after] = [decodeJwt(tokens.AccessToken), decodeJwt(fresh.AccessToken)]
    expect(after).toMatchObject({ auth_time: before.auth_time, origin_jti: before.origin_jti })
    expect(after.iat! - before.iat!).toBe(3600)
  })

  test('is refused after thirty days, after a sign-out, and for an invalid token', async () => {
    const { ask, pool, tokens, refresh } = await signIn()
    expect(await refresh(method, 'nonsense')).toEqual(exception(type, 'Invalid Refresh Token'))
    pool.clock.advance(30 * 86_400)
    expect(await refresh(method)).toEqual(exception(type, 'Refresh Token has expired'))
    expect(await ask('RevokeToken', { Token: tokens.RefreshToken })).toEqual({})
    expect(await refresh(method)).toEqual(exception(type, 'Refresh Token has been revoked'))
  })

  test('is refused for a disabled user', async () => {
    const { ask, refresh } = await signIn()
    await ask('AdminDisableUser', { Username: 'ana' })
    expect(await refresh(method)).toEqual(exception(type, 'User is disabled.'))
  })

  test('is refused for another client', async () => {
    const { ask, tokens } = await signIn()
    const { UserPoolClient } = await ask('CreateUserPoolClient', { ClientName: 'other' })
    const { ClientId } = UserPoolClient as { ClientId: string }
    const { RefreshToken } = tokens
    const AuthParameters = { REFRESH_TOKEN: RefreshToken }
    const refused =
      method === 'GetTokensFromRefreshToken'
        ? await ask(method, { ClientId, RefreshToken })
        : await ask('InitiateAuth', { ClientId, AuthFlow: method, AuthParameters })
    expect(refused).toEqual(exception(type, 'Invalid Refresh Token'))
  })
})

describe('by a client that rotates refresh tokens', () => {
  const reused = { __type: 'RefreshTokenReuseException' }

  async function rotate(RetryGracePeriodSeconds?: number) {
    const opened = openPool({ users: [{ username: 'ana', password }] })
    const settings = {
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds },
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    }
    await opened.ask('UpdateUserPoolClient', settings)
    const { AuthenticationResult: tokens } = await opened.signIn('ana')
    const refresh = (RefreshToken: string) => {
      return opened.ask('GetTokensFromRefreshToken', { RefreshToken })
    }
    return { ...opened, first: tokens.RefreshToken, refresh, settings }
  }

  test('each refresh token works once and brings the next', async () => {
    const { first, refresh } = await rotate()
    const { AuthenticationResult: second } = await refresh(first)
    expect(second.RefreshToken).not.toBe(first)
    expect(await refresh(first)).toMatchObject(reused)
    expect(await refresh(second.RefreshToken)).toHaveProperty('AuthenticationResult.RefreshToken')
  })

  test('one of two concurrent refreshes succeeds', async () => {
    const { first, refresh } = await rotate()
    const answers = await Promise.all([refresh(first), refresh(first)])
    expect(answers.filter(({ AuthenticationResult }) => AuthenticationResult)).toHaveLength(1)
    expect(answers).toContainEqual(expect.objectContaining(reused))
  })

  test('a refresh can be repeated within the grace period', async () => {
    const { pool, first, refresh } = await rotate(10)
    const { AuthenticationResult: lost } = await refresh(first)
    pool.clock.advance(9)
    const { AuthenticationResult: again } = await refresh(first)
    expect(again.RefreshToken).toBe(lost.RefreshToken)
    pool.clock.advance(1)
    expect(await refresh(first)).toMatchObject(reused)
    expect(await refresh(again.RefreshToken)).toHaveProperty('AuthenticationResult')
  })

  test('rotation does not extend the lifetime', async () => {
    const { pool, first, refresh } = await rotate()
    pool.clock.advance(30 * 86_400 - 1)
    const { AuthenticationResult: last } = await refresh(first)
    pool.clock.advance(1)
    expect(await refresh(last.RefreshToken)).toEqual(exception(type, 'Refresh Token has expired'))
  })

  test('RevokeToken accepts a former refresh token', async () => {
    const { ask, first, refresh } = await rotate()
    const { AuthenticationResult: second } = await refresh(first)
    await ask('RevokeToken', { Token: first })
    expect(await refresh(second.RefreshToken)).toEqual(
      exception(type, 'Refresh Token has been revoked'),
    )
    expect(await ask('GetUser', second)).toMatchObject({ __type: type })
  })

  test('REFRESH_TOKEN_AUTH is refused', async () => {
    const { ask, first, settings } = await rotate()
    const refresh = () =>
      ask('InitiateAuth', {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: first },
      })
    const refused = exception(
      'InvalidParameterException',
      'REFRESH_TOKEN_AUTH flow not enabled for this client',
    )
    expect(await refresh()).toEqual(refused)
    await ask('UpdateUserPoolClient', { ...settings, ExplicitAuthFlows: ['USER_PASSWORD_AUTH'] })
    expect(await refresh()).toEqual(refused)
  })
})

describe('access tokens', () => {
  const getUser = async (opened: Awaited<ReturnType<typeof signIn>>, token: string) => {
    return opened.ask('GetUser', { AccessToken: token })
  }

  test('are valid for an hour', async () => {
    const opened = await signIn()
    opened.pool.clock.advance(3599)
    expect(await getUser(opened, opened.tokens.AccessToken)).toMatchObject({ Username: 'ana' })
    opened.pool.clock.advance(1)
    expect(await getUser(opened, opened.tokens.AccessToken)).toEqual(
      exception(type, 'Access Token has expired'),
    )
  })

  test.each(['RevokeToken', 'GlobalSignOut', 'AdminUserGlobalSignOut'])(
    'are revoked by %s',
    async (operation) => {
      const opened = await signIn()
      const { AccessToken, RefreshToken: Token } = opened.tokens
      await opened.ask(operation, { AccessToken, Token, Username: 'ana' })
      expect(await getUser(opened, AccessToken)).toEqual(
        exception(type, 'Access Token has been revoked'),
      )
    },
  )

  test('RevokeToken leaves other sign-ins alone, GlobalSignOut does not', async () => {
    const opened = await signIn()
    const { AuthenticationResult: other } = await opened.signIn('ana')
    await opened.ask('RevokeToken', { Token: opened.tokens.RefreshToken })
    expect(await getUser(opened, other.AccessToken)).toMatchObject({ Username: 'ana' })
    await opened.ask('GlobalSignOut', other)
    expect(await getUser(opened, other.AccessToken)).toMatchObject({ __type: type })
  })

  test.each([
    ['AdminDisableUser', exception(type, 'User is disabled.')],
    ['AdminDeleteUser', exception('UserNotFoundException', 'User does not exist.')],
  ])('are refused with an explanation after %s', async (operation, expected) => {
    const opened = await signIn()
    await opened.ask(operation, { Username: 'ana' })
    expect(await getUser(opened, opened.tokens.AccessToken)).toEqual(expected)
  })

  test('are not accepted if they are ID tokens, forged or of another issuer', async () => {
    const opened = await signIn()
    const { AccessToken, IdToken } = opened.tokens
    const forged = `${AccessToken.slice(0, -4)}AAAA`
    const elsewhere = await signIn({ userPoolId: 'eu-west-1_Elsewhere' })
    for (const token of [IdToken, forged, elsewhere.tokens.AccessToken, 'a.b.c', 'x']) {
      expect(await getUser(opened, token)).toMatchObject({ __type: type })
    }
  })

  test('cannot be passed to RevokeToken', async () => {
    const { ask, tokens } = await signIn()
    expect(await ask('RevokeToken', { Token: tokens.AccessToken })).toMatchObject({
      __type: 'UnsupportedTokenTypeException',
    })
  })
})
