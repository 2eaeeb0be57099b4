import { describe, expect, test } from 'vitest'
import { makePool } from '../testing/make-pool.test.support.ts'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'
import {
  type Ceremony,
  createAuthenticator,
  type CreationOptions,
  type RegistrationJson,
  type SoftwareAuthenticator,
} from '../testing/software-authenticator.test.support.ts'
import type { PasskeyOptions, UserPoolOptions } from '../user-pool-options.ts'

const passkeys: PasskeyOptions = { relyingPartyId: 'localhost' }

async function signIn(options: UserPoolOptions = {}) {
  const users = [
    { username: 'ana', password },
    { username: 'bob', password },
  ]
  const opened = openPool({ users, passkeys, ...options })
  const { AuthenticationResult: tokens } = await opened.signIn('ana')
  const { AccessToken } = tokens
  const asUser = (operation: string, body: object = {}) => {
    return opened.ask(operation, { AccessToken, ...body })
  }
  const start = async () => {
    const { CredentialCreationOptions } = await asUser('StartWebAuthnRegistration')
    return CredentialCreationOptions as CreationOptions & {
      excludeCredentials: { id: string }[]
      authenticatorSelection: { userVerification: string }
    }
  }
  const complete = (Credential: object) => asUser('CompleteWebAuthnRegistration', { Credential })
  const register = async (
    ceremony: Ceremony = {},
    authenticator: SoftwareAuthenticator = createAuthenticator(),
  ) => {
    const credential = await authenticator.create(await start(), ceremony)
    return { credential, answer: await complete(credential) }
  }
  const list = async (body: object = {}) => {
    const { Credentials, NextToken } = await asUser('ListWebAuthnCredentials', body)
    return { Credentials: Credentials as { CredentialId: string }[], NextToken }
  }
  return { ...opened, asUser, start, complete, register, list }
}

describe('StartWebAuthnRegistration', () => {
  test('returns the options that a browser needs', async () => {
    const { ask, asUser } = await signIn()
    const { UserAttributes } = await ask('AdminGetUser', { Username: 'ana' })
    const sub = (UserAttributes as { Name: string; Value: string }[])[0]!.Value
    expect(await asUser('StartWebAuthnRegistration')).toEqual({
      CredentialCreationOptions: {
        authenticatorSelection: {
          requireResidentKey: true,
          residentKey: 'required',
          userVerification: 'preferred',
        },
        challenge: expect.stringMatching(/^[\w-]{22}$/),
        excludeCredentials: [],
        pubKeyCredParams: [
          { alg: -7, type: 'public-key' },
          { alg: -257, type: 'public-key' },
        ],
        rp: { id: 'localhost', name: 'localhost' },
        timeout: 60_000,
        user: { displayName: 'ana', id: btoa(sub).replaceAll('=', ''), name: 'ana' },
      },
    })
  })

  test('asks for user verification if the pool requires it', async () => {
    const { start } = await signIn({ passkeys: { ...passkeys, userVerification: 'required' } })
    expect(await start()).toMatchObject({
      authenticatorSelection: { userVerification: 'required' },
    })
  })

  test('excludes the passkeys that the user already has', async () => {
    const { start, register } = await signIn()
    const { credential } = await register()
    expect(await start()).toMatchObject({
      excludeCredentials: [{ id: credential.id, type: 'public-key' }],
    })
  })

  test('is refused if the pool has no passkeys', async () => {
    const { asUser } = await signIn({ passkeys: undefined as never })
    const refused = exception(
      'WebAuthnNotEnabledException',
      'Passkeys are not enabled for the user pool.',
    )
    expect(await asUser('StartWebAuthnRegistration')).toEqual(refused)
    expect(await asUser('CompleteWebAuthnRegistration', { Credential: {} })).toEqual(refused)
  })

  test('is refused if the pool has no relying party id', async () => {
    const {
      ask,
      addUser,
      signIn: begin,
    } = await makePool({
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    })
    await addUser('ana')
    const { AuthenticationResult: tokens } = await begin('ana')
    const { AccessToken } = tokens
    expect(await ask('StartWebAuthnRegistration', { AccessToken })).toMatchObject({
      __type: 'WebAuthnConfigurationMissingException',
    })
    await ask('SetUserPoolMfaConfig', { WebAuthnConfiguration: { RelyingPartyId: 'example.com' } })
    expect(await ask('StartWebAuthnRegistration', { AccessToken })).toMatchObject({
      CredentialCreationOptions: { rp: { id: 'example.com' } },
    })
  })

  test.each([
    ['StartWebAuthnRegistration', {}],
    ['CompleteWebAuthnRegistration', { Credential: {} }],
    ['ListWebAuthnCredentials', {}],
    ['DeleteWebAuthnCredential', { CredentialId: 'any' }],
  ])('requires a valid access token in %s', async (operation, body) => {
    const { ask, asUser } = await signIn()
    expect(await ask(operation, { ...body, AccessToken: 'eyJ' })).toEqual(
      exception('NotAuthorizedException', 'Invalid Access Token'),
    )
    await asUser('GlobalSignOut')
    expect(await asUser(operation, body)).toEqual(
      exception('NotAuthorizedException', 'Access Token has been revoked'),
    )
  })
})

describe('CompleteWebAuthnRegistration', () => {
  test.each(['ES256', 'RS256'] as const)('stores a passkey with %s', async (algorithm) => {
    const { register, list } = await signIn()
    const { credential, answer } = await register({}, createAuthenticator(algorithm))
    expect(answer).toEqual({})
    expect((await list()).Credentials).toEqual([
      {
        CredentialId: credential.id,
        FriendlyCredentialName: 'Platform passkey',
        RelyingPartyId: 'localhost',
        AuthenticatorAttachment: 'platform',
        AuthenticatorTransports: ['internal'],
        CreatedAt: Date.UTC(2026, 10, 21, 12) / 1000,
      },
    ])
  })

  test.each([
    ['https://localhost', {}],
    ['https://app.example.com', { relyingPartyId: 'example.com' }],
    ['https://example.com:8443', { relyingPartyId: 'example.com' }],
  ])('accepts a passkey that was made at %s', async (origin, option) => {
    const { register } = await signIn({ passkeys: { ...passkeys, ...option } })
    expect((await register({ origin })).answer).toEqual({})
  })

  test.each([
    ['another site', 'https://example.org'],
    ['a site of a similar name', 'https://badexample.com'],
    ['a parent domain', 'https://com'],
    ['a page that is not secure', 'http://app.example.com'],
    ['a native app', 'android:apk-key-hash:any'],
    ['an invalid origin', 'https://example.com/path'],
  ])('refuses a passkey that was made at %s', async (_what, origin) => {
    const { register, list } = await signIn({ passkeys: { relyingPartyId: 'example.com' } })
    expect((await register({ origin })).answer).toMatchObject({
      __type: 'WebAuthnOriginNotAllowedException',
    })
    expect((await list()).Credentials).toEqual([])
  })

  test('refuses a passkey for another relying party', async () => {
    const { register } = await signIn()
    expect((await register({ rpId: 'example.com' })).answer).toMatchObject({
      __type: 'WebAuthnRelyingPartyMismatchException',
    })
  })

  test.each<[string, Ceremony]>([
    ['the user was not present', { present: false }],
    ['the ceremony was an assertion', { type: 'webauthn.get' }],
  ])('refuses a passkey if %s', async (_what, ceremony) => {
    const { register } = await signIn()
    expect((await register(ceremony)).answer).toMatchObject({
      __type: 'WebAuthnCredentialNotSupportedException',
    })
  })

  test('refuses an authenticator without user verification if that is required', async () => {
    const { register } = await signIn({ passkeys: { ...passkeys, userVerification: 'required' } })
    expect((await register({ verified: false })).answer).toMatchObject({
      __type: 'WebAuthnCredentialNotSupportedException',
    })
    const preferred = await signIn()
    expect((await preferred.register({ verified: false })).answer).toEqual({})
  })

  test('refuses an algorithm that was not offered', async () => {
    const { register } = await signIn()
    expect((await register({}, createAuthenticator('EdDSA'))).answer).toMatchObject({
      __type: 'WebAuthnCredentialNotSupportedException',
    })
  })

  test('accepts any attestation', async () => {
    const { register } = await signIn()
    expect((await register({ format: 'packed' })).answer).toEqual({})
  })

  test('refuses a credential id that differs from the attestation', async () => {
    const { start, complete } = await signIn()
    const credential = await createAuthenticator().create(await start())
    expect(await complete({ ...credential, id: 'other', rawId: 'other' })).toMatchObject({
      __type: 'WebAuthnCredentialNotSupportedException',
    })
  })

  test('refuses an invalid attestation', async () => {
    const { start, complete } = await signIn()
    const credential = await createAuthenticator().create(await start())
    const response = { ...credential.response, attestationObject: 'AAAA' }
    expect(await complete({ ...credential, response })).toMatchObject({
      __type: 'WebAuthnCredentialNotSupportedException',
    })
  })

  test.each<[string, (credential: RegistrationJson) => object]>([
    ['nothing', () => ({})],
    ['another type', (credential) => ({ ...credential, type: 'password' })],
    ['two ids', (credential) => ({ ...credential, rawId: 'AAAA' })],
    ['no response', (credential) => ({ ...credential, response: undefined })],
    ['bytes with padding', (credential) => replace(credential, 'attestationObject', 'AA==')],
    ['numbers', (credential) => replace(credential, 'clientDataJSON', 1)],
    ['invalid JSON', (credential) => replace(credential, 'clientDataJSON', btoa('{"a"'))],
    ['invalid base64', (credential) => replace(credential, 'clientDataJSON', 'AAAAA')],
    ['no challenge', (credential) => replace(credential, 'clientDataJSON', btoa('{"a":1}'))],
  ])('refuses %s, and the challenge stays valid', async (_what, spoil) => {
    const { start, complete } = await signIn()
    const credential = await createAuthenticator().create(await start())
    expect(await complete(spoil(credential))).toMatchObject({
      __type: 'InvalidParameterException',
    })
    expect(await complete(credential)).toEqual({})
  })

  test('refuses a string in place of an object', async () => {
    const { asUser } = await signIn()
    expect(await asUser('CompleteWebAuthnRegistration', { Credential: '{}' })).toMatchObject({
      __type: 'SerializationException',
    })
  })

  test('refuses a passkey that any user already has', async () => {
    const { ask, signIn: begin, register } = await signIn()
    const { credential } = await register()
    const { AuthenticationResult: tokens } = await begin('bob')
    const { AccessToken } = tokens
    const started = await ask('StartWebAuthnRegistration', { AccessToken })
    const { challenge } = started.CredentialCreationOptions as CreationOptions
    const clientDataJSON = btoa(
      JSON.stringify({ type: 'webauthn.create', challenge, origin: 'http://localhost' }),
    ).replaceAll('=', '')
    const Credential = replace(credential, 'clientDataJSON', clientDataJSON)
    expect(await ask('CompleteWebAuthnRegistration', { AccessToken, Credential })).toEqual(
      exception('InvalidParameterException', 'The credential is registered already.'),
    )
  })
})

describe('the challenge of a registration', () => {
  const notFound = { __type: 'WebAuthnChallengeNotFoundException' }

  test('works once', async () => {
    const { start, complete, list } = await signIn()
    const options = await start()
    expect(await complete(await createAuthenticator().create(options))).toEqual({})
    expect(await complete(await createAuthenticator().create(options))).toMatchObject(notFound)
    expect((await list()).Credentials).toHaveLength(1)
  })

  test('is used up by a refused registration, too', async () => {
    const { start, complete } = await signIn()
    const options = await start()
    const authenticator = createAuthenticator()
    await complete(await authenticator.create(options, { rpId: 'example.com' }))
    expect(await complete(await authenticator.create(options))).toMatchObject(notFound)
  })

  test('expires', async () => {
    const { pool, start, complete } = await signIn()
    const credential = await createAuthenticator().create(await start())
    pool.clock.advance(180)
    expect(await complete(credential)).toMatchObject(notFound)
  })

  test('is replaced by the next one', async () => {
    const { start, complete } = await signIn()
    const first = await createAuthenticator().create(await start())
    const second = await createAuthenticator().create(await start())
    expect(await complete(first)).toMatchObject(notFound)
    expect(await complete(second)).toEqual({})
  })

  test('must be the one that was given out', async () => {
    const { register } = await signIn()
    expect((await register({ challenge: 'AAAAAAAAAAAAAAAAAAAAAA' })).answer).toMatchObject(notFound)
  })

  test('works only for its user', async () => {
    const { ask, signIn: begin, start } = await signIn()
    const Credential = await createAuthenticator().create(await start())
    const { AuthenticationResult: tokens } = await begin('bob')
    const { AccessToken } = tokens
    expect(await ask('CompleteWebAuthnRegistration', { AccessToken, Credential })).toMatchObject(
      notFound,
    )
  })

  test('works only for its app client, and stays valid for it', async () => {
    const { ask, signIn: begin, start, complete } = await signIn()
    const credential = await createAuthenticator().create(await start())
    const { UserPoolClient } = await ask('CreateUserPoolClient', {
      ClientName: 'other',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    })
    const { ClientId } = UserPoolClient as { ClientId: string }
    const { AuthenticationResult: tokens } = await ask('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ana', PASSWORD: password },
    })
    const { AccessToken } = tokens
    const body = { AccessToken, Credential: credential }
    expect(await ask('CompleteWebAuthnRegistration', body)).toMatchObject({
      __type: 'WebAuthnClientMismatchException',
    })
    expect(await complete(credential)).toEqual({})
    expect(await begin('ana')).toHaveProperty('AuthenticationResult')
  })
})

describe('the passkeys of a user', () => {
  test('are listed page by page', async () => {
    const { register, list } = await signIn()
    expect(await list()).toEqual({ Credentials: [] })
    for (let count = 0; count < 3; count += 1) await register()
    const first = await list({ MaxResults: 2 })
    expect(first.Credentials).toHaveLength(2)
    const second = await list({ MaxResults: 2, NextToken: first.NextToken })
    expect(second.Credentials).toHaveLength(1)
    expect(second.NextToken).toBeUndefined()
    const all = [...first.Credentials, ...second.Credentials]
    expect(new Set(all.map(({ CredentialId }) => CredentialId)).size).toBe(3)
  })

  test('are at most twenty', async () => {
    const { register, asUser, list } = await signIn()
    for (let count = 0; count < 20; count += 1) {
      expect((await register()).answer).toEqual({})
    }
    const full = exception('LimitExceededException', 'A user can have at most 20 passkeys.')
    expect(await asUser('StartWebAuthnRegistration')).toEqual(full)
    const { Credentials } = await list()
    await asUser('DeleteWebAuthnCredential', { CredentialId: Credentials[0]!.CredentialId })
    expect((await register()).answer).toEqual({})
  })

  test('can be deleted once', async () => {
    const { register, asUser, list } = await signIn()
    const { credential } = await register()
    const gone = () => asUser('DeleteWebAuthnCredential', { CredentialId: credential.id })
    expect(await gone()).toEqual({})
    expect((await list()).Credentials).toEqual([])
    expect(await gone()).toEqual(
      exception('ResourceNotFoundException', 'Credential does not exist.'),
    )
  })

  test('are deleted with the user', async () => {
    const { ask, signIn: begin, register } = await signIn()
    await register()
    await ask('AdminDeleteUser', { Username: 'ana' })
    await ask('AdminCreateUser', { Username: 'ana' })
    await ask('AdminSetUserPassword', { Username: 'ana', Password: password, Permanent: true })
    const { AuthenticationResult: tokens } = await begin('ana')
    const { AccessToken } = tokens
    expect(await ask('ListWebAuthnCredentials', { AccessToken })).toEqual({ Credentials: [] })
  })
})

function replace(credential: RegistrationJson, part: string, value: unknown): object {
  const text =
    typeof value === 'string' && part === 'clientDataJSON' ? value.replaceAll('=', '') : value
  return { ...credential, response: { ...credential.response, [part]: text } }
}

test.each(['http://localhost', '127.0.0.1', 'Example.com', ''])(
  'a pool cannot have %j as the relying party id',
  (relyingPartyId) => {
    expect(() => openPool({ passkeys: { relyingPartyId } })).toThrow('is not a host name.')
  },
)
