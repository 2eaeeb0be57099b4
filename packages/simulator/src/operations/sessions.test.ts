import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { noon, openPool, password } from '../testing/open-pool.test.support.ts'
import type { SessionTrackingOptions } from '../user-pool-options.ts'

interface Listed {
  SessionId: string
  ClientId: string
  IsCurrentSession: boolean
}

const refused = (__type: string) => expect.objectContaining({ __type })

async function signIn(sessionTracking: SessionTrackingOptions | false = {}) {
  const opened = openPool({
    users: ['ana', 'ben'].map((username) => ({ username, password })),
    ...(sessionTracking && { sessionTracking }),
  })
  const tokens = async (username = 'ana') => (await opened.signIn(username)).AuthenticationResult
  const first = await tokens()
  const list = async (AccessToken = first.AccessToken) => {
    return (await opened.ask('ListUserSessions', { AccessToken }))['Sessions'] as Listed[]
  }
  const revoke = (SessionId: string, more: object = {}) =>
    opened.ask('RevokeUserSession', { AccessToken: first.AccessToken, SessionId, ...more })
  return { ...opened, tokens, first, list, revoke }
}

describe('in a pool that tracks sessions', () => {
  test('a user lists them, the last active one first', async () => {
    const { pool, ask, tokens, first, list } = await signIn()
    pool.clock.advance(60)
    await tokens('ben')
    const second = await tokens()
    const [newer, older] = await list(second.AccessToken)
    expect(older).toEqual({
      SessionId: expect.stringMatching(/^tkn[a-z0-9]{25}$/),
      SessionType: 'TOKEN',
      ClientId: pool.config.clientId,
      CreateDate: noon / 1000,
      LastActiveDate: noon / 1000,
      DeviceType: 'unknown',
      LastIPAddress: '127.0.0.1',
      LastLocation: { Country: 'unknown' },
      IsCurrentSession: false,
    })
    expect(newer).toMatchObject({ LastActiveDate: noon / 1000 + 60, IsCurrentSession: true })

    pool.clock.advance(60)
    await ask('GetTokensFromRefreshToken', { RefreshToken: first.RefreshToken })
    expect(await list()).toEqual([
      { ...older, LastActiveDate: noon / 1000 + 120, IsCurrentSession: true },
      { ...newer, IsCurrentSession: false },
    ])
  })

  test('a session keeps its id when its refresh token rotates', async () => {
    const { ask, first, list } = await signIn()
    await ask('UpdateUserPoolClient', {
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    })
    const before = await list()
    const { AuthenticationResult } = await ask('GetTokensFromRefreshToken', {
      RefreshToken: first.RefreshToken,
    })
    expect(await list(AuthenticationResult.AccessToken)).toEqual(before)
  })

  test('those of all clients are listed, none of another user, revoked or expired', async () => {
    const { pool, ask, tokens, first, list } = await signIn()
    await tokens('ben')
    const { UserPoolClient } = await ask('CreateUserPoolClient', {
      ClientName: 'other',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    })
    const { ClientId } = UserPoolClient as { ClientId: string }
    await ask('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ana', PASSWORD: password },
    })
    expect((await list()).map((session) => session.ClientId)).toEqual([
      ClientId,
      pool.config.clientId,
    ])
    pool.clock.advance(29 * 86_400)
    const late = await tokens()
    expect(await list(late.AccessToken)).toHaveLength(3)
    await ask('RevokeToken', { Token: first.RefreshToken })
    expect(await list(late.AccessToken)).toHaveLength(2)
    pool.clock.advance(86_400)
    const last = await tokens()
    expect(await list(last.AccessToken)).toHaveLength(2)
  })

  test.each(['NONE', 'LINKED', undefined])(
    'a revoked one loses its tokens (RevokeAssociatedSessions: %s)',
    async (RevokeAssociatedSessions) => {
      const { ask, tokens, list, revoke } = await signIn()
      const { AccessToken, RefreshToken } = await tokens()
      const other = (await list()).find(({ IsCurrentSession }) => !IsCurrentSession)!
      expect(await revoke(other.SessionId, { RevokeAssociatedSessions })).toEqual({})
      expect(await list()).toMatchObject([{ IsCurrentSession: true }])
      expect(await ask('GetUser', { AccessToken })).toMatchObject({
        message: 'Access Token has been revoked',
      })
      expect(await ask('GetTokensFromRefreshToken', { RefreshToken })).toMatchObject({
        message: 'Refresh Token has been revoked',
      })
      expect(await revoke(other.SessionId)).toEqual(refused('ResourceNotFoundException'))
    },
  )

  test('no one can revoke the current session, or one of another user', async () => {
    const { tokens, list, revoke } = await signIn()
    const [mine] = await list()
    const theirs = await list((await tokens('ben')).AccessToken)
    expect(await revoke(mine!.SessionId)).toEqual(refused('InvalidParameterException'))
    expect(await revoke(theirs[0]!.SessionId)).toEqual(refused('ResourceNotFoundException'))
    expect(await revoke(`sso${'0'.repeat(25)}`)).toEqual(refused('ResourceNotFoundException'))
    expect(await list()).toHaveLength(1)
  })

  test.each([
    ['no id', { SessionId: undefined }],
    ['a short id', { SessionId: 'tkn0' }],
    ['capital letters', { SessionId: `tkn${'A'.repeat(25)}` }],
    ['another kind', { SessionId: 'x'.repeat(28) }],
    ['another cascade', { RevokeAssociatedSessions: 'ALL' }],
  ])('RevokeUserSession is refused for %s', async (_, more) => {
    const { revoke } = await signIn()
    expect(await revoke(`tkn${'0'.repeat(25)}`, more)).toEqual(refused('InvalidParameterException'))
  })

  test.each(['', 'a b', 'x'])(
    'ListUserSessions is refused for the NextToken "%s"',
    async (NextToken) => {
      const { ask, first } = await signIn()
      const { AccessToken } = first
      expect(await ask('ListUserSessions', { AccessToken, NextToken })).toEqual(
        refused('InvalidParameterException'),
      )
    },
  )

  test('one too many ends the one that was idle for longest', async () => {
    const { pool, ask, tokens, first, list } = await signIn({ maxPerUser: 2 })
    pool.clock.advance(1)
    const second = await tokens()
    pool.clock.advance(1)
    await ask('GetTokensFromRefreshToken', { RefreshToken: first.RefreshToken })
    const third = await tokens()
    expect(await ask('GetUser', { AccessToken: second.AccessToken })).toEqual(
      refused('NotAuthorizedException'),
    )
    expect(await list()).toHaveLength(2)
    expect(await list(third.AccessToken)).toHaveLength(2)
  })

  test.each(['ListUserSessions', 'RevokeUserSession'])(
    '%s requires a valid access token',
    async (operation) => {
      const { ask, first } = await signIn()
      const { AccessToken } = first
      await ask('GlobalSignOut', { AccessToken })
      const request = { AccessToken, SessionId: `tkn${'0'.repeat(25)}` }
      expect(await ask(operation, request)).toMatchObject({
        __type: 'NotAuthorizedException',
        message: 'Access Token has been revoked',
      })
      expect(await ask(operation, { ...request, AccessToken: first.IdToken })).toMatchObject({
        __type: 'NotAuthorizedException',
      })
    },
  )
})

describe('session tracking', () => {
  test('is off unless it is turned on, and then does not know earlier sign-ins', async () => {
    const opened = openPool({ users: [{ username: 'ana', password }] })
    const { ask } = opened
    const { AccessToken } = (await opened.signIn('ana')).AuthenticationResult
    const off = {
      UserPoolId: opened.pool.config.userPoolId,
      UserSessionTracking: 'DISABLED',
      TokenSession: { MaxPerUser: 20 },
    }
    expect(await ask('GetUserPoolSessionConfiguration', {})).toEqual(off)
    for (const operation of ['ListUserSessions', 'RevokeUserSession']) {
      expect(await ask(operation, { AccessToken, SessionId: `tkn${'0'.repeat(25)}` })).toEqual(
        refused('OperationNotEnabledException'),
      )
    }
    const on = { ...off, UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 5 } }
    expect(await ask('SetUserPoolSessionConfiguration', on)).toEqual(on)
    expect(await ask('GetUserPoolSessionConfiguration', {})).toEqual(on)
    expect(await ask('ListUserSessions', { AccessToken })).toEqual({ Sessions: [] })
    await opened.signIn('ana')
    expect(await ask('ListUserSessions', { AccessToken })).toMatchObject({
      Sessions: [{ IsCurrentSession: false }],
    })
  })

  test('changes nothing in the tokens', async () => {
    const [on, off] = [await signIn(), await signIn(false)]
    const claims = ({ first }: typeof on) => Object.keys(decodeJwt(first.AccessToken)).toSorted()
    expect(claims(on)).toEqual(claims(off))
  })

  test('is set as a whole, within its limits, and not in the Lite tier', async () => {
    const { ask } = openPool()
    const settings = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 1 } }
    for (const wrong of [
      { TokenSession: undefined },
      { TokenSession: {} },
      { TokenSession: { MaxPerUser: 0 } },
      { TokenSession: { MaxPerUser: 101 } },
      { UserSessionTracking: undefined },
      { UserSessionTracking: 'ON' },
    ]) {
      expect(await ask('SetUserPoolSessionConfiguration', { ...settings, ...wrong })).toEqual(
        refused('InvalidParameterException'),
      )
    }
    await ask('UpdateUserPool', { UserPoolTier: 'LITE' })
    expect(await ask('SetUserPoolSessionConfiguration', settings)).toEqual(
      refused('FeatureUnavailableInTierException'),
    )
    expect(() => openPool({ sessionTracking: { maxPerUser: 101 } })).toThrow('1 to 100')
  })
})
