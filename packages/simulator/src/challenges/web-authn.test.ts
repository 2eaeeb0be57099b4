import { describe, expect, test } from 'vitest'
import { openPasskeys, readOptions } from '../testing/open-passkeys.test.support.ts'
import { type Answer, exception } from '../testing/open-pool.test.support.ts'
import {
  type AssertionJson,
  type Ceremony,
  createAuthenticator,
} from '../testing/software-authenticator.test.support.ts'

const wrong = exception('NotAuthorizedException', 'Incorrect username or password.')
const spent = exception(
  'NotAuthorizedException',
  'Invalid session for the user, session can only be used once.',
)
const offered = ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN']

describe('asked', () => {
  test('returns the options that a browser needs, as JSON in a string', async () => {
    const asked = await (await openPasskeys()).begin()
    expect(asked).toEqual({
      ChallengeName: 'WEB_AUTHN',
      Session: expect.any(String),
      AvailableChallenges: offered,
      ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: expect.any(String) },
    })
    expect(readOptions(asked)).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      timeout: 180_000,
      rpId: 'localhost',
      allowCredentials: [{ type: 'public-key', id: expect.any(String), transports: ['internal'] }],
      userVerification: 'preferred',
    })
  })

  test('requires user verification if the pool does', async () => {
    const passkeys = { relyingPartyId: 'localhost', userVerification: 'required' as const }
    const asked = await (await openPasskeys({ passkeys })).begin()
    expect(readOptions(asked)).toMatchObject({ userVerification: 'required' })
  })

  test('is one of several choices', async () => {
    const { start, choose } = await openPasskeys()
    const selection = await start()
    expect(selection).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: offered,
    })
    expect(await choose(selection, { ANSWER: 'WEB_AUTHN' })).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      AvailableChallenges: offered,
    })
  })

  test('is not asked of users without a passkey, nor for passkeys of another relying party', async () => {
    const { ask, start, begin } = await openPasskeys()
    const bobs = await start({ USERNAME: 'bob', PREFERRED_CHALLENGE: 'WEB_AUTHN' })
    expect(bobs).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE' })
    expect(bobs.AvailableChallenges).not.toContain('WEB_AUTHN')
    await configure(ask, { RelyingPartyId: 'example.com' })
    expect((await begin()).AvailableChallenges).not.toContain('WEB_AUTHN')
    await configure(ask, { RelyingPartyId: 'localhost' })
    expect(await begin()).toMatchObject({ ChallengeName: 'WEB_AUTHN' })
  })

  test('is not asked if the pool does not allow it', async () => {
    const { ask, begin } = await openPasskeys()
    await ask('UpdateUserPool', {
      MfaConfiguration: 'OPTIONAL',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
    })
    expect((await begin()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  })

  test('is listed by GetUserAuthFactors', async () => {
    const { ask, signIn } = await openPasskeys()
    const { AuthenticationResult: tokens } = await signIn('ana')
    const { AccessToken } = tokens
    expect((await ask('GetUserAuthFactors', { AccessToken })).ConfiguredUserAuthFactors).toContain(
      'WEB_AUTHN',
    )
  })
})

describe('signed', () => {
  test.each(['ES256', 'RS256'] as const)('by %s, signs the user in', async (algorithm) => {
    const { register, start, choose } = await openPasskeys()
    const bobs = createAuthenticator(algorithm)
    await register('bob', bobs)
    const asked = await start({ USERNAME: 'bob', PREFERRED_CHALLENGE: 'WEB_AUTHN' })
    const CREDENTIAL = JSON.stringify(await bobs.get(readOptions(asked)))
    const answer = await choose(asked, { USERNAME: 'bob', CREDENTIAL })
    expect(Object.keys(answer)).toEqual(['ChallengeParameters', 'AuthenticationResult'])
  })

  test('on the admin side, signs the user in as well', async () => {
    const { ask, sign } = await openPasskeys()
    const asked = await ask('AdminInitiateAuth', {
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: 'ana', PREFERRED_CHALLENGE: 'WEB_AUTHN' },
    })
    const answer = await ask('AdminRespondToAuthChallenge', {
      ChallengeName: 'WEB_AUTHN',
      Session: asked.Session,
      ChallengeResponses: { USERNAME: 'ana', CREDENTIAL: await sign(asked) },
    })
    expect(answer).toHaveProperty('AuthenticationResult')
  })

  test('signs in any number of times, each with its own challenge', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const first = await begin()
    const second = await begin()
    const CREDENTIAL = await sign(first)
    expect(await choose(first, { CREDENTIAL })).toHaveProperty('AuthenticationResult')
    expect(await choose(first, { CREDENTIAL })).toEqual(spent)
    expect(await choose(second, { CREDENTIAL })).toEqual(wrong)
    const third = await begin()
    expect(await choose(third, { CREDENTIAL: await sign(third) })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test('without a userHandle, signs the user in as well', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const asked = await begin()
    const CREDENTIAL = await sign(asked, { userHandle: null })
    expect(await choose(asked, { CREDENTIAL })).toHaveProperty('AuthenticationResult')
  })

  test('by an authenticator without a counter, signs in every time', async () => {
    const { begin, sign, choose } = await openPasskeys()
    for (let time = 0; time < 2; time += 1) {
      const asked = await begin()
      const CREDENTIAL = await sign(asked, { counter: 0 })
      expect(await choose(asked, { CREDENTIAL })).toHaveProperty('AuthenticationResult')
    }
  })
})

describe('refused', () => {
  test.each<[string, Ceremony]>([
    ['another challenge', { challenge: 'AAAA' }],
    ['another ceremony', { type: 'webauthn.create' }],
    ['a page of another relying party', { origin: 'https://example.com' }],
    ['a page that is not secure', { origin: 'http://app.example.com' }],
    ['another relying party', { rpId: 'example.com' }],
    ['without a present user', { present: false }],
    ['another user', { userHandle: 'AAAA' }],
  ])('is %s, and the Session is used up', async (_what, ceremony) => {
    const { begin, sign, choose } = await openPasskeys()
    const asked = await begin()
    expect(await choose(asked, { CREDENTIAL: await sign(asked, ceremony) })).toEqual(wrong)
    expect(await choose(asked, { CREDENTIAL: await sign(asked) })).toEqual(spent)
  })

  test('is an assertion without the required user verification', async () => {
    const passkeys = { relyingPartyId: 'localhost', userVerification: 'required' as const }
    const { begin, sign, choose } = await openPasskeys({ passkeys })
    const asked = await begin()
    const CREDENTIAL = await sign(asked, { verified: false })
    expect(await choose(asked, { CREDENTIAL })).toEqual(wrong)
    const preferred = await openPasskeys()
    const again = await preferred.begin()
    expect(
      await preferred.choose(again, {
        CREDENTIAL: await preferred.sign(again, { verified: false }),
      }),
    ).toHaveProperty('AuthenticationResult')
  })

  test.each<[string, (assertion: AssertionJson, other: AssertionJson) => AssertionJson]>([
    ['another signature', (it, { response: { signature } }) => put(it, { signature })],
    ['an invalid signature', (it) => put(it, { signature: 'AAAA' })],
    [
      'other data',
      (it, { response }) => {
        return put(it, { authenticatorData: response.authenticatorData })
      },
    ],
    ['truncated data', (it) => put(it, { authenticatorData: 'AAAA' })],
    ['an unknown passkey', (it) => ({ ...it, id: 'AAAA', rawId: 'AAAA' })],
  ])('is %s', async (_what, spoil) => {
    const { authenticator, begin, choose } = await openPasskeys()
    const asked = await begin()
    const other = await authenticator.get(readOptions(await begin()))
    const assertion = spoil(await authenticator.get(readOptions(asked)), other)
    expect(await choose(asked, { CREDENTIAL: JSON.stringify(assertion) })).toEqual(wrong)
  })

  test('is the passkey of another user', async () => {
    const { register, authenticator, start, begin, choose } = await openPasskeys()
    await register('bob')
    const { allowCredentials } = readOptions(
      await start({ USERNAME: 'bob', PREFERRED_CHALLENGE: 'WEB_AUTHN' }),
    )
    const asked = await begin()
    const options = { ...readOptions(asked), allowCredentials }
    const CREDENTIAL = JSON.stringify(await authenticator.get(options, { userHandle: null }))
    expect(await choose(asked, { CREDENTIAL })).toEqual(wrong)
  })

  test('is a copy whose counter lags behind', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const first = await begin()
    const CREDENTIAL = await sign(first, { counter: 5 })
    expect(await choose(first, { CREDENTIAL })).toHaveProperty('AuthenticationResult')
    const second = await begin()
    expect(await choose(second, { CREDENTIAL: await sign(second, { counter: 5 }) })).toEqual(wrong)
    const third = await begin()
    expect(await choose(third, { CREDENTIAL: await sign(third, { counter: 6 }) })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test('is a copy that is used concurrently', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const both = await Promise.all([begin(), begin()])
    const credentials = await Promise.all(both.map((asked) => sign(asked, { counter: 5 })))
    const answers = await Promise.all(
      both.map((asked, at) => choose(asked, { CREDENTIAL: credentials[at]! })),
    )
    expect(answers.filter(({ __type }) => __type)).toEqual([wrong])
  })

  test('is a passkey that was deleted in the meantime', async () => {
    const { ask, signIn, begin, sign, choose } = await openPasskeys()
    const asked = await begin()
    const CREDENTIAL = await sign(asked)
    const { id: CredentialId } = JSON.parse(CREDENTIAL) as AssertionJson
    const { AuthenticationResult: tokens } = await signIn('ana')
    await ask('DeleteWebAuthnCredential', { AccessToken: tokens.AccessToken, CredentialId })
    expect(await choose(asked, { CREDENTIAL })).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user.'),
    )
  })

  test('is a late answer', async () => {
    const { pool, begin, sign, choose } = await openPasskeys()
    const asked = await begin()
    const CREDENTIAL = await sign(asked)
    pool.clock.advance(180)
    expect(await choose(asked, { CREDENTIAL })).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
    )
  })

  test('is a disabled user, who gets the reason after a valid assertion', async () => {
    const { ask, begin, sign, choose } = await openPasskeys()
    await ask('AdminDisableUser', { Username: 'ana' })
    const asked = await begin()
    expect(await choose(asked, { CREDENTIAL: await sign(asked, { challenge: 'AAAA' }) })).toEqual(
      wrong,
    )
    const again = await begin()
    expect(await choose(again, { CREDENTIAL: await sign(again) })).toEqual(
      exception('NotAuthorizedException', 'User is disabled.'),
    )
  })

  test.each([
    ['not JSON', 'passkey'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['a number', '1'],
    ['nothing', 'null'],
  ])('is %s, and the Session can be used again', async (_what, CREDENTIAL) => {
    const { begin, sign, choose } = await openPasskeys()
    const asked = await begin()
    expect(await choose(asked, { CREDENTIAL })).toEqual(malformed)
    expect(await choose(asked, { CREDENTIAL: await sign(asked) })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test.each(['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])(
    'is a %s that is not base64url',
    async (part) => {
      const { authenticator, begin, choose } = await openPasskeys()
      const asked = await begin()
      const assertion = await authenticator.get(readOptions(asked))
      const CREDENTIAL = JSON.stringify(put(assertion, { [part]: '++==' }))
      expect(await choose(asked, { CREDENTIAL })).toEqual(malformed)
    },
  )

  test('is an answer without a credential', async () => {
    const { begin, choose } = await openPasskeys()
    expect(await choose(await begin(), {})).toEqual(
      exception('InvalidParameterException', 'Missing required parameter CREDENTIAL'),
    )
  })
})

describe('left for another factor', () => {
  test('accepts the other factor on the same Session', async () => {
    const { begin, choose, lastCode } = await openPasskeys()
    const coded = await choose(await begin(), { ANSWER: 'EMAIL_OTP' }, 'SELECT_CHALLENGE')
    expect(coded).toMatchObject({ ChallengeName: 'EMAIL_OTP', AvailableChallenges: offered })
    expect(await choose(coded, { EMAIL_OTP_CODE: lastCode() })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test('asks again with a new challenge', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const first = await begin()
    const second = await choose(first, { ANSWER: 'WEB_AUTHN' }, 'SELECT_CHALLENGE')
    expect(readOptions(second)).not.toEqual(readOptions(first))
    expect(await choose(second, { CREDENTIAL: await sign(first) })).toEqual(wrong)
    expect(await choose(first, { CREDENTIAL: await sign(first) })).toEqual(spent)
  })

  test('accepts SELECT_CHALLENGE with a CREDENTIAL for the given options', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const select = async (asked: Answer, ceremony?: Ceremony) => {
      const CREDENTIAL = await sign(asked, ceremony)
      return choose(asked, { ANSWER: 'WEB_AUTHN', CREDENTIAL }, 'SELECT_CHALLENGE')
    }
    expect(await select(await begin())).toHaveProperty('AuthenticationResult')
    expect(await select(await begin(), { challenge: 'AAAA' })).toEqual(wrong)
  })

  test('refuses SELECT_CHALLENGE with a CREDENTIAL if no options were given', async () => {
    const { start, begin, sign, choose } = await openPasskeys()
    const CREDENTIAL = await sign(await begin())
    const selection = await start()
    expect(await choose(selection, { ANSWER: 'WEB_AUTHN', CREDENTIAL })).toEqual(wrong)
    expect(await choose(selection, { ANSWER: 'WEB_AUTHN' })).toEqual(spent)
  })
})

describe('if a second factor is required', () => {
  const passkeys = { relyingPartyId: 'localhost', asMfa: true }
  const both = { WebAuthnMfaSettings: { Enabled: true }, EmailMfaSettings: { Enabled: true } }

  test('a passkey alone is not offered', async () => {
    const { ask, begin, sign, choose } = await openPasskeys({ passkeys })
    const asked = await begin()
    const CREDENTIAL = await sign(asked)
    await ask('AdminSetUserMFAPreference', { Username: 'ana', EmailMfaSettings: { Enabled: true } })
    expect(await choose(asked, { CREDENTIAL })).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user.'),
    )
    expect((await begin()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  })

  test('a passkey that replaces both factors signs in with user verification', async () => {
    const { ask, begin, sign, choose } = await openPasskeys({ passkeys })
    await ask('AdminSetUserMFAPreference', { Username: 'ana', ...both })
    const asked = await begin()
    expect(asked).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'WEB_AUTHN'],
    })
    expect(readOptions(asked)).toMatchObject({ userVerification: 'required' })
    expect(await choose(asked, { CREDENTIAL: await sign(asked, { verified: false }) })).toEqual(
      wrong,
    )
    const again = await begin()
    expect(await choose(again, { CREDENTIAL: await sign(again) })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test('a passkey that replaces both factors only in the meantime requires user verification', async () => {
    const { ask, begin, sign, choose } = await openPasskeys({ passkeys })
    const asked = await begin()
    expect(readOptions(asked)).toMatchObject({ userVerification: 'preferred' })
    await ask('AdminSetUserMFAPreference', { Username: 'ana', ...both })
    expect(await choose(asked, { CREDENTIAL: await sign(asked, { verified: false }) })).toEqual(
      wrong,
    )
  })

  test('such a passkey signs in if the pool requires MFA, but not once it counts as one factor', async () => {
    const { ask, begin } = await openPasskeys({ passkeys, firstFactors: ['PASSWORD', 'WEB_AUTHN'] })
    await ask('AdminSetUserMFAPreference', { Username: 'ana', ...both })
    const required = { MfaConfiguration: 'ON', RelyingPartyId: 'localhost' }
    const FactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
    await configure(ask, { ...required, FactorConfiguration })
    expect(await begin()).toMatchObject({ ChallengeName: 'WEB_AUTHN' })
    await configure(ask, { ...required, FactorConfiguration: 'SINGLE_FACTOR' })
    expect((await begin()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  })
})

const malformed = exception(
  'InvalidParameterException',
  'The credential is not a public key credential in JSON',
)

async function configure(
  ask: (operation: string, body: object) => Promise<Answer>,
  { MfaConfiguration = 'OPTIONAL', ...WebAuthnConfiguration }: Record<string, string>,
): Promise<void> {
  const answer = await ask('SetUserPoolMfaConfig', {
    MfaConfiguration,
    EmailMfaConfiguration: {},
    WebAuthnConfiguration,
  })
  expect(answer).not.toHaveProperty('__type')
}

function put(assertion: AssertionJson, response: Partial<AssertionJson['response']>) {
  return { ...assertion, response: { ...assertion.response, ...response } }
}
