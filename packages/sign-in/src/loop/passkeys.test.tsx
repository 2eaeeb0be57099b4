import { createUserPool, type UserPoolOptions } from '@sallyport/simulator'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBrowserPasskeys } from '../challenges/browser-passkeys.ts'
import {
  addAuthenticator,
  type VirtualAuthenticator,
} from '../testing/virtual-authenticator.test.support.ts'
import { awsSdkTransport } from '../transports/aws-sdk.ts'
import { fetchTransport } from '../transports/fetch.ts'
import { type AuthOptions, createAuth } from './create-auth.ts'

// These tests use a real browser, a virtual authenticator and the simulator, which checks every signature.

const ana = { username: 'ana', password: 'Pa55word!' }
const withPasskeys: UserPoolOptions = {
  users: [ana, { ...ana, username: 'bob' }],
  passkeys: { relyingPartyId: 'localhost' },
}

let authenticator: VirtualAuthenticator

beforeEach(async () => {
  authenticator = await addAuthenticator()
})

afterEach(async () => {
  await authenticator.remove()
  vi.restoreAllMocks()
})

/** The real passkeys, but `mayPrompt` does not depend on the last press. */
const passkeys = () => ({ ...createBrowserPasskeys(), mayPrompt: () => true })

function setUp(options: UserPoolOptions = withPasskeys) {
  const pool = createUserPool(options)
  const open = (overrides: Partial<AuthOptions>) =>
    createAuth({
      ...pool.config,
      fetch: pool.fetch,
      transport: fetchTransport,
      passkeys: passkeys(),
      ...overrides,
    })
  /** Signs in by password, and makes a passkey. */
  async function register(overrides: Partial<AuthOptions> = {}) {
    const auth = open({ authFlow: 'USER_PASSWORD_AUTH', ...overrides })
    await auth.signIn(ana)
    const { session } = auth.getState()
    if (!session) throw new Error('not signed in')
    await session.registerPasskey()
    return session
  }
  const byPasskey = (overrides: Partial<AuthOptions> = {}) =>
    open({ authFlow: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN', ...overrides })
  return { pool, register, byPasskey }
}

test.each([
  ['aws-sdk', awsSdkTransport],
  ['fetch', fetchTransport],
] as const)('a registered passkey signs in with the %s transport', async (_, transport) => {
  const { register, byPasskey } = setUp()
  await register({ transport })
  const auth = byPasskey({ transport })
  await auth.signIn({ username: 'ana' })
  expect(auth.getState().session?.user.username).toBe('ana')
})

test('a second registration on the same device is refused', async () => {
  const session = await setUp().register()
  await expect(session.registerPasskey()).rejects.toMatchObject({ code: 'passkey-exists' })
})

test('after a failed user verification the user can try again', async () => {
  const { pool, register, byPasskey } = setUp({
    ...withPasskeys,
    passkeys: { relyingPartyId: 'localhost', userVerification: 'required' },
  })
  await register()
  await authenticator.setVerified(false)
  const auth = byPasskey({ passkeys: { ...passkeys(), mayPrompt: () => false } })
  await auth.signIn({ username: 'ana' })
  const challenge = () => {
    const shown = auth.getState().challenge
    if (shown?.name !== 'WEB_AUTHN') throw new Error(`asked for ${shown?.name}`)
    return shown
  }
  expect(challenge().phase).toBe('asked')
  await authenticator.setVerified(true)
  await challenge().respond({})
  expect(auth.getState().status).toBe('signed-in')
  expect(pool.requests.at(-1)?.operation).toBe('RespondToAuthChallenge')
})

test('a relying party id of another domain is a mismatch', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { register } = setUp({ ...withPasskeys, passkeys: { relyingPartyId: 'example.com' } })
  await expect(register()).rejects.toMatchObject({ code: 'passkey-mismatch' })
  expect(warn).toHaveBeenCalledOnce()
})

test('a passkey that counts as both factors asks for no code', async () => {
  const { pool, byPasskey } = setUp({
    users: [{ ...ana, attributes: { phone_number: '+15555550100' }, mfa: ['SMS_MFA'] }],
    passkeys: { relyingPartyId: 'localhost', asMfa: true },
  })
  const auth = byPasskey({ authFlow: 'USER_PASSWORD_AUTH' })
  await auth.signIn(ana)
  const { challenge } = auth.getState()
  if (challenge?.name !== 'SMS_MFA') throw new Error(`asked for ${challenge?.name}`)
  await challenge.respond({ code: pool.outbox.at(-1)?.code ?? '' })
  const { session } = auth.getState()
  await session?.registerPasskey()
  await pool.fetch(
    new Request('https://cognito-idp.eu-west-1.amazonaws.com/', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.SetUserMFAPreference',
      },
      body: JSON.stringify({
        AccessToken: (await session?.tokens())?.accessToken,
        WebAuthnMfaSettings: { Enabled: true },
      }),
    }),
  )
  const codes = pool.outbox.length
  const again = byPasskey()
  await again.signIn({ username: 'ana' })
  expect(again.getState().session?.user.username).toBe('ana')
  expect(pool.outbox).toHaveLength(codes)
})
