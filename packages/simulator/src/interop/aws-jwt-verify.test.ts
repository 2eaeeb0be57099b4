import { CognitoJwtVerifier } from 'aws-jwt-verify'
import type { Jwks } from 'aws-jwt-verify/jwk'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { generateSigningKeys } from '../pool/signing-keys.ts'
import { noon, openPool, password } from '../testing/open-pool.test.support.ts'
import type { UserPool } from '../user-pool.ts'
import type { UserPoolOptions } from '../user-pool-options.ts'

type Tokens = Record<'IdToken' | 'AccessToken' | 'RefreshToken', string>
type Use = 'id' | 'access'
const uses: Use[] = ['id', 'access']

// The verifier has no clock of its own, and must never ask the network for keys.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon })
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('No network'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function signIn(options: UserPoolOptions = {}) {
  const users = [{ username: 'ana', password, groups: ['staff'] }]
  const opened = openPool({ users, now: Date.now, ...options })
  const tokens: Tokens = (await opened.signIn('ana')).AuthenticationResult
  return { ...opened, tokens, verify: await openVerifier(opened.pool) }
}

/** Verifies with the keys that the pool publishes. */
async function openVerifier({ fetch, config: { userPoolId, clientId } }: UserPool) {
  const address = `https://cognito-idp.eu-west-1.amazonaws.com/${userPoolId}/.well-known/jwks.json`
  const jwks = (await (await fetch(address)).json()) as Jwks
  return (tokenUse: Use, token: string, anyClient?: 'any client') => {
    const verifier = CognitoJwtVerifier.create({
      userPoolId,
      clientId: anyClient ? null : clientId,
      tokenUse,
    })
    verifier.cacheJwks(jwks)
    return verifier.verifySync(token)
  }
}

const pick = (use: Use, { IdToken, AccessToken }: Tokens) => (use === 'id' ? IdToken : AccessToken)

describe.each(uses)('the %s token', (use) => {
  test('of a sign-in is accepted', async () => {
    const { tokens, verify } = await signIn()
    expect(verify(use, pick(use, tokens))).toMatchObject({
      token_use: use,
      'cognito:groups': ['staff'],
      [use === 'id' ? 'cognito:username' : 'username']: 'ana',
    })
  })

  test.each([
    ['REFRESH_TOKEN_AUTH', false],
    ['GetTokensFromRefreshToken', false],
    ['GetTokensFromRefreshToken', true],
  ])('of every refresh is accepted (%s, rotation: %s)', async (by, rotates) => {
    const { ask, tokens, verify } = await signIn(
      rotates ? { refreshTokenRotation: { retryGracePeriodSeconds: 0 } } : {},
    )
    const first = verify(use, pick(use, tokens))
    const seen = new Set([first.jti])
    let { RefreshToken } = tokens
    for (let round = 1; round <= 5; round++) {
      vi.setSystemTime(noon + round * 3_601_000)
      expect(() => verify(use, pick(use, tokens))).toThrow('expired')
      const { AuthenticationResult: fresh } = await (by === 'REFRESH_TOKEN_AUTH'
        ? ask('InitiateAuth', {
            AuthFlow: by,
            AuthParameters: { REFRESH_TOKEN: RefreshToken },
          })
        : ask(by, { RefreshToken }))
      expect('RefreshToken' in fresh).toBe(rotates)
      RefreshToken = fresh.RefreshToken ?? RefreshToken
      const claims = verify(use, pick(use, fresh))
      expect(claims).toMatchObject({
        sub: first.sub,
        auth_time: first.auth_time,
        origin_jti: first['origin_jti'],
      })
      seen.add(claims.jti)
    }
    expect(seen.size).toBe(6)
  })

  test.each<[string, string, (token: string) => string]>([
    ['with another claim', 'signature', (token) => change(token, 1, { sub: 'somebody-else' })],
    ['that expires later', 'signature', (token) => change(token, 1, { exp: 9_999_999_999 })],
    ['with another signature', 'signature', (token) => `${signed(token)}.${'A'.repeat(342)}`],
    ['without a signature', '3 parts', (token) => `${signed(token)}.`],
    ['with no algorithm', 'alg', (token) => change(token, 0, { alg: 'none' })],
    ['with another algorithm', 'alg', (token) => change(token, 0, { alg: 'HS256' })],
    ['with an unknown key', 'not found', (token) => change(token, 0, { kid: 'unknown' })],
  ])('%s is refused', async (_, reason, tamper) => {
    const { tokens, verify } = await signIn()
    expect(() => verify(use, tamper(pick(use, tokens)))).toThrow(reason)
  })

  test('that claims the key of the other kind is refused', async () => {
    const { tokens, verify } = await signIn()
    const [token, other] = [pick(use, tokens), pick(use === 'id' ? 'access' : 'id', tokens)]
    expect(() => verify(use, change(token, 0, { kid: read(other, 0)['kid'] }))).toThrow('signature')
  })

  test.each<[string, UserPoolOptions, string]>([
    ['another pool', { userPoolId: 'eu-west-1_Another' }, 'issuer'],
    ['another client', { clientId: 'another' }, 'Client ID'],
    ['other keys', { signingKeys: generateSigningKeys }, 'not found'],
  ])('of %s is refused', async (_, options, reason) => {
    const { verify } = await signIn()
    const { tokens } = await signIn(options)
    expect(() => verify(use, pick(use, tokens))).toThrow(reason)
  })

  test('is refused as the other one', async () => {
    const { tokens, verify } = await signIn()
    const otherUse = use === 'id' ? 'access' : 'id'
    expect(() => verify(otherUse, pick(use, tokens))).toThrow(/Client ID|Token use/)
    expect(() => verify(otherUse, pick(use, tokens), 'any client')).toThrow('Token use')
  })

  test('is not the refresh token', async () => {
    const { tokens, verify } = await signIn()
    expect(() => verify(use, tokens.RefreshToken)).toThrow('3 parts')
  })
})

function read(token: string, part: number): Record<string, unknown> {
  const text = Buffer.from(token.split('.')[part]!, 'base64url').toString()
  return JSON.parse(text) as Record<string, unknown>
}

/** The header and the claims. */
function signed(token: string): string {
  return token.split('.').slice(0, 2).join('.')
}

/** Replaces members of the header (0) or of the claims (1), and keeps the signature. */
function change(token: string, part: number, members: object): string {
  const json = JSON.stringify({ ...read(token, part), ...members })
  return token.split('.').with(part, Buffer.from(json).toString('base64url')).join('.')
}
