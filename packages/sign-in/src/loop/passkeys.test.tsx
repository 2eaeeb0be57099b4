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

// A real browser, an authenticator made of software, and a pool that checks every signature.

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

/** What differs between tests is when the last press was, so that is said here. */
const passkeys = () => ({ ...createBrowserPasskeys(), mayPrompt: () => true })

function ready(options: UserPoolOptions = withPasskeys) {
  const pool = createUserPool(options)
  const open = (own: Partial<AuthOptions>) =>
    createAuth({
      ...pool.config,
      fetch: pool.fetch,
      transport: fetchTransport,
      passkeys: passkeys(),
      ...own,
    })
  /** Signs in by password, and makes a passkey. */
  async function register(own: Partial<AuthOptions> = {}) {
    const auth = open({ authFlow: 'USER_PASSWORD_AUTH', ...own })
    await auth.signIn(ana)
    const { session } = auth.getState()
    if (!session) throw new Error('not signed in')
    await session.registerPasskey()
    return session
  }
  const byPasskey = (own: Partial<AuthOptions> = {}) =>
    open({ authFlow: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN', ...own })
  return { pool, register, byPasskey }
}

test.each([
  ['aws-sdk', awsSdkTransport],
  ['fetch', fetchTransport],
] as const)('a passkey is made, and signs in, over %s', async (_, transport) => {
  const { register, byPasskey } = ready()
  await register({ transport })
  const auth = byPasskey({ transport })
  await auth.signIn({ username: 'ana' })
  expect(auth.getState().session?.user.username).toBe('ana')
})

test('a device that has one makes no second', async () => {
  const session = await ready().register()
  await expect(session.registerPasskey()).rejects.toMatchObject({ code: 'passkey-exists' })
})

test('a user who does not agree has cancelled, and may try again', async () => {
  const { pool, register, byPasskey } = ready({
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

test('a passkey for another domain is not asked for', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { register } = ready({ ...withPasskeys, passkeys: { relyingPartyId: 'example.com' } })
  await expect(register()).rejects.toMatchObject({ code: 'passkey-mismatch' })
  expect(warn).toHaveBeenCalledOnce()
})

test('a passkey that stands for two factors is all that is asked', async () => {
  const { pool, byPasskey } = ready({
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
