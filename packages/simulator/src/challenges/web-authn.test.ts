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
  test('gives the options that a browser needs, as JSON in a string', async () => {
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

  test('requires user verification where the pool does', async () => {
    const passkeys = { relyingPartyId: 'localhost', userVerification: 'required' as const }
    const asked = await (await openPasskeys({ passkeys })).begin()
    expect(readOptions(asked)).toMatchObject({ userVerification: 'required' })
  })

  test('lets the user select where it is one of several', async () => {
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

  test('is not for users without a passkey, nor for passkeys of another site', async () => {
    const { ask, start, begin } = await openPasskeys()
    const bobs = await start({ USERNAME: 'bob', PREFERRED_CHALLENGE: 'WEB_AUTHN' })
    expect(bobs).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE' })
    expect(bobs.AvailableChallenges).not.toContain('WEB_AUTHN')
    await configure(ask, { RelyingPartyId: 'example.com' })
    expect((await begin()).AvailableChallenges).not.toContain('WEB_AUTHN')
    await configure(ask, { RelyingPartyId: 'localhost' })
    expect(await begin()).toMatchObject({ ChallengeName: 'WEB_AUTHN' })
  })

  test('is not for pools that begin with something else', async () => {
    const { ask, begin } = await openPasskeys()
    await ask('UpdateUserPool', {
      MfaConfiguration: 'OPTIONAL',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
    })
    expect((await begin()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  })

  test('is listed among the factors of the user', async () => {
    const { ask, signIn } = await openPasskeys()
    const { AuthenticationResult: tokens } = await signIn('ana')
    const { AccessToken } = tokens
    expect((await ask('GetUserAuthFactors', { AccessToken })).ConfiguredUserAuthFactors).toContain(
      'WEB_AUTHN',
    )
  })
})

describe('signed', () => {
  test.each(['ES256', 'RS256'] as const)('by %s, opens the account', async (algorithm) => {
    const { register, start, choose } = await openPasskeys()
    const bobs = createAuthenticator(algorithm)
    await register('bob', bobs)
    const asked = await start({ USERNAME: 'bob', PREFERRED_CHALLENGE: 'WEB_AUTHN' })
    const CREDENTIAL = JSON.stringify(await bobs.get(readOptions(asked)))
    const answer = await choose(asked, { USERNAME: 'bob', CREDENTIAL })
    expect(Object.keys(answer)).toEqual(['ChallengeParameters', 'AuthenticationResult'])
  })

  test('on the administrators’ side, opens it as well', async () => {
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

  test('any number of times, each with a challenge of its own', async () => {
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

  test('without a word about the user, opens it as well', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const asked = await begin()
    const CREDENTIAL = await sign(asked, { userHandle: null })
    expect(await choose(asked, { CREDENTIAL })).toHaveProperty('AuthenticationResult')
  })

  test('by an authenticator that never counts, opens it every time', async () => {
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
    ['a page of another site', { origin: 'https://example.com' }],
    ['a page that is not secure', { origin: 'http://app.example.com' }],
    ['another relying party', { rpId: 'example.com' }],
    ['nobody there', { present: false }],
    ['another user', { userHandle: 'AAAA' }],
  ])('is %s, and the Session is spent', async (_what, ceremony) => {
    const { begin, sign, choose } = await openPasskeys()
    const asked = await begin()
    expect(await choose(asked, { CREDENTIAL: await sign(asked, ceremony) })).toEqual(wrong)
    expect(await choose(asked, { CREDENTIAL: await sign(asked) })).toEqual(spent)
  })

  test('is a user who is merely present where more is required', async () => {
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
    ['no signature', (it) => put(it, { signature: 'AAAA' })],
    [
      'other data',
      (it, { response }) => {
        return put(it, { authenticatorData: response.authenticatorData })
      },
    ],
    ['too little data', (it) => put(it, { authenticatorData: 'AAAA' })],
    ['an unknown passkey', (it) => ({ ...it, id: 'AAAA', rawId: 'AAAA' })],
  ])('is %s', async (_what, spoil) => {
    const { authenticator, begin, choose } = await openPasskeys()
    const asked = await begin()
    const other = await authenticator.get(readOptions(await begin()))
    const assertion = spoil(await authenticator.get(readOptions(asked)), other)
    expect(await choose(asked, { CREDENTIAL: JSON.stringify(assertion) })).toEqual(wrong)
  })

  test('is the passkey of somebody else', async () => {
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

  test('is a copy that is checked at the same time', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const both = await Promise.all([begin(), begin()])
    const credentials = await Promise.all(both.map((asked) => sign(asked, { counter: 5 })))
    const answers = await Promise.all(
      both.map((asked, at) => choose(asked, { CREDENTIAL: credentials[at]! })),
    )
    expect(answers.filter(({ __type }) => __type)).toEqual([wrong])
  })

  test('is a passkey that was deleted meanwhile', async () => {
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

  test('is a disabled user, who hears why, having proved who it is', async () => {
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
    ['no JSON', 'passkey'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['a number', '1'],
    ['nothing', 'null'],
  ])('is %s, and the Session stays alive', async (_what, CREDENTIAL) => {
    const { begin, sign, choose } = await openPasskeys()
    const asked = await begin()
    expect(await choose(asked, { CREDENTIAL })).toEqual(malformed)
    expect(await choose(asked, { CREDENTIAL: await sign(asked) })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test.each(['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])(
    'is a %s that is no base64url',
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

describe('left', () => {
  test('for another factor, on the same Session', async () => {
    const { begin, choose, lastCode } = await openPasskeys()
    const coded = await choose(await begin(), { ANSWER: 'EMAIL_OTP' }, 'SELECT_CHALLENGE')
    expect(coded).toMatchObject({ ChallengeName: 'EMAIL_OTP', AvailableChallenges: offered })
    expect(await choose(coded, { EMAIL_OTP_CODE: lastCode() })).toHaveProperty(
      'AuthenticationResult',
    )
  })

  test('for another round of itself', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const first = await begin()
    const second = await choose(first, { ANSWER: 'WEB_AUTHN' }, 'SELECT_CHALLENGE')
    expect(readOptions(second)).not.toEqual(readOptions(first))
    expect(await choose(second, { CREDENTIAL: await sign(first) })).toEqual(wrong)
    expect(await choose(first, { CREDENTIAL: await sign(first) })).toEqual(spent)
  })

  test('and signed in one trip, by the options that were given', async () => {
    const { begin, sign, choose } = await openPasskeys()
    const select = async (asked: Answer, ceremony?: Ceremony) => {
      const CREDENTIAL = await sign(asked, ceremony)
      return choose(asked, { ANSWER: 'WEB_AUTHN', CREDENTIAL }, 'SELECT_CHALLENGE')
    }
    expect(await select(await begin())).toHaveProperty('AuthenticationResult')
    expect(await select(await begin(), { challenge: 'AAAA' })).toEqual(wrong)
  })

  test('and signed in one trip, where no options were given, is refused', async () => {
    const { start, begin, sign, choose } = await openPasskeys()
    const CREDENTIAL = await sign(await begin())
    const selection = await start()
    expect(await choose(selection, { ANSWER: 'WEB_AUTHN', CREDENTIAL })).toEqual(wrong)
    expect(await choose(selection, { ANSWER: 'WEB_AUTHN' })).toEqual(spent)
  })
})

describe('where a second factor is needed', () => {
  const passkeys = { relyingPartyId: 'localhost', asMfa: true }
  const both = { WebAuthnMfaSettings: { Enabled: true }, EmailMfaSettings: { Enabled: true } }

  test('a passkey is of no use by itself', async () => {
    const { ask, begin, sign, choose } = await openPasskeys({ passkeys })
    const asked = await begin()
    const CREDENTIAL = await sign(asked)
    await ask('AdminSetUserMFAPreference', { Username: 'ana', EmailMfaSettings: { Enabled: true } })
    expect(await choose(asked, { CREDENTIAL })).toEqual(
      exception('NotAuthorizedException', 'Invalid session for the user.'),
    )
    expect((await begin()).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  })

  test('one that does for both opens the account, its user verified', async () => {
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

  test('one that has come to do for both since it was asked for needs its user verified', async () => {
    const { ask, begin, sign, choose } = await openPasskeys({ passkeys })
    const asked = await begin()
    expect(readOptions(asked)).toMatchObject({ userVerification: 'preferred' })
    await ask('AdminSetUserMFAPreference', { Username: 'ana', ...both })
    expect(await choose(asked, { CREDENTIAL: await sign(asked, { verified: false }) })).toEqual(
      wrong,
    )
  })

  test('the same where the pool requires MFA, until it takes passkeys for one factor', async () => {
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
