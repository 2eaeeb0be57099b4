import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Answer, exception, openPool, password } from '../testing/open-pool.test.support.ts'

const clientId = '1example23456789'
const clientSecret = 'examplesecret0123456789abcdef'
const type = 'NotAuthorizedException'

function open() {
  const opened = openPool({
    clientId,
    clientSecret,
    aliasAttributes: ['email'],
    users: [
      { username: 'ana', password, mfa: ['EMAIL_OTP'], attributes: { email: 'jane@example.com' } },
    ],
  })
  const start = (USERNAME: string, more: Record<string, string>) =>
    opened.ask('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: password, ...more },
    })
  return { ...opened, start }
}

function hash(name: string) {
  return createHmac('sha256', clientSecret)
    .update(name + clientId)
    .digest('base64')
}

describe('a client with a secret', () => {
  test('accepts a SECRET_HASH over the name that is sent, whichever of the user’s names it is', async () => {
    const { start } = open()
    const known = 'P1eiOttbrUs22QeU52TyJrl4nYxHUUy7QwejfFKoack='
    expect(hash('jane@example.com')).toBe(known)
    expect(await start('jane@example.com', { SECRET_HASH: known })).toHaveProperty('Session')
    expect(await start('ana', { SECRET_HASH: hash('ana') })).toHaveProperty('Session')
  })

  test.each([
    ['a missing hash', {}, 'is configured with secret but SECRET_HASH was not received'],
    ['the hash of another name', { SECRET_HASH: hash('ana') }, 'Unable to verify secret hash for'],
    ['an invalid hash', { SECRET_HASH: 'x' }, 'Unable to verify secret hash for'],
  ])('refuses %s', async (_what, more, message) => {
    const { start } = open()
    const refused = await start('jane@example.com', more)
    expect(refused).toMatchObject({ __type: type, message: expect.stringContaining(message) })
    expect(refused.message).toContain(clientId)
  })

  test('requires a SECRET_HASH with every answer', async () => {
    const { pool, start, answer } = open()
    const asked = await start('ana', { SECRET_HASH: hash('ana') })
    const right = { USERNAME: 'jane@example.com', EMAIL_OTP_CODE: pool.outbox.at(-1)!.code }
    expect(await answer(asked, right)).toMatchObject({ __type: type })
    const SECRET_HASH = hash('jane@example.com')
    expect(await answer(asked, { ...right, SECRET_HASH })).toHaveProperty('AuthenticationResult')
  })
})

describe('a client with a secret, signed in', () => {
  async function signIn() {
    const opened = open()
    const asked: Answer = await opened.start('ana', { SECRET_HASH: hash('ana') })
    const EMAIL_OTP_CODE = opened.pool.outbox.at(-1)!.code
    const signedIn = await opened.answer(asked, { EMAIL_OTP_CODE, SECRET_HASH: hash('ana') })
    return { ...opened, RefreshToken: signedIn.AuthenticationResult.RefreshToken }
  }

  test('refreshes with the hash of the username in the tokens, not of the typed name', async () => {
    const { ask, RefreshToken } = await signIn()
    const refresh = (name: string) =>
      ask('InitiateAuth', {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken, SECRET_HASH: hash(name) },
      })
    expect(await refresh('ana')).toHaveProperty('AuthenticationResult')
    expect(await refresh('jane@example.com')).toMatchObject({ __type: type })
  })

  test('requires the secret itself in operations without a username', async () => {
    const { ask, RefreshToken } = await signIn()
    const get = (more: object) => ask('GetTokensFromRefreshToken', { RefreshToken, ...more })
    expect(await get({ ClientSecret: clientSecret })).toHaveProperty('AuthenticationResult')
    expect(await get({})).toEqual(
      exception(type, `Client ${clientId} is configured for secret but secret was not received`),
    )
    expect(await get({ ClientSecret: 'x'.repeat(24) })).toMatchObject({ __type: type })
    const revoke = (more: object) => ask('RevokeToken', { Token: RefreshToken, ...more })
    expect(await revoke({})).toMatchObject({ __type: 'InvalidParameterException' })
    expect(await revoke({ ClientSecret: 'x'.repeat(24) })).toMatchObject({
      __type: 'UnauthorizedException',
    })
    expect(await revoke({ ClientSecret: clientSecret })).toEqual({})
  })
})

describe('a client without a secret', () => {
  test('refuses a SECRET_HASH', async () => {
    const { ask } = openPool({ clientId, users: [{ username: 'ana', password }] })
    const AuthParameters = { USERNAME: 'ana', PASSWORD: password, SECRET_HASH: hash('ana') }
    const AuthFlow = 'USER_PASSWORD_AUTH'
    expect(await ask('InitiateAuth', { AuthFlow, AuthParameters })).toEqual(
      exception(type, `Unable to verify secret hash for client ${clientId}`),
    )
  })
})
