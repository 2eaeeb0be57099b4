import { describe, expect, test, vi } from 'vitest'
import type { SignInContext } from '../../protocol/sign-in-context.ts'
import type { Passkeys } from '../../protocol/passkeys.ts'
import { readCreationOptions } from '../passkey-options.ts'
import { stepRequests } from '../../testing/step-requests.test.support.ts'
import { type WebAuthnAnswer, webAuthn } from './web-authn.protocol.ts'
import { asked } from './web-authn.recording.ts'

const recorded = JSON.parse(asked.ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? '')
const badAnswer = expect.objectContaining({ code: 'bad-answer' })
const { signal } = new AbortController()

function reading(text: string) {
  const ChallengeParameters = { CREDENTIAL_REQUEST_OPTIONS: text }
  return webAuthn.read({ ...asked, ChallengeParameters })
}

function held(own: Partial<Passkeys>): SignInContext {
  return { passkeys: own, signal } as SignInContext
}

describe('what the passkey is to sign', () => {
  test('is taken over as it came', () => {
    expect(webAuthn.read(asked)).toEqual({ options: recorded })
  })

  test('is nothing but what is known', () => {
    const more = {
      ...recorded,
      extensions: { payment: {} },
      userVerification: 'never',
      timeout: '',
    }
    const { options } = reading(JSON.stringify(more))
    expect(Object.keys(options)).toEqual(['challenge', 'rpId', 'allowCredentials'])
  })

  test('may leave out who it is for, and which passkeys will do', () => {
    const { challenge } = recorded
    expect(reading(JSON.stringify({ challenge }))).toEqual({
      options: { challenge, allowCredentials: [] },
    })
  })

  const passkey = { type: 'public-key', id: 'k1Xz' }
  test.each([
    '',
    'null',
    '[]',
    '"text"',
    '{',
    '['.repeat(50_000),
    JSON.stringify({ ...recorded, padding: 'x'.repeat(70_000) }),
    ...[
      { challenge: undefined },
      { challenge: 5 },
      { challenge: 'tooShort' },
      { challenge: 'sixteen letters: no' },
      { challenge: 'a'.repeat(17) },
      { challenge: 'a'.repeat(1500) },
      { rpId: 7 },
      { rpId: '' },
      { rpId: 'https://example.com' },
      { rpId: 'example.com.' },
      { allowCredentials: 'all' },
      { allowCredentials: [null] },
      { allowCredentials: [{ ...passkey, type: 'password' }] },
      { allowCredentials: [{ ...passkey, id: 'not base64url!' }] },
      { allowCredentials: [{ ...passkey, id: 1 }] },
      { allowCredentials: Array.from({ length: 65 }, () => passkey) },
    ].map((wrong) => JSON.stringify({ ...recorded, ...wrong })),
  ])('is a bad answer where it is %.80j', (text) => {
    expect(() => reading(text)).toThrow(badAnswer)
  })
})

describe('what a new passkey is to be like', () => {
  const options = {
    authenticatorSelection: {
      requireResidentKey: true,
      residentKey: 'required',
      userVerification: 'preferred',
    },
    challenge: 'wxvbDicyqQqvF2EXAMPLEA',
    excludeCredentials: [{ id: '8LApgk4-lNUFHbhm2w6Und7-uxcc8coJ', type: 'public-key' }],
    pubKeyCredParams: [
      { alg: -7, type: 'public-key' },
      { alg: -257, type: 'public-key' },
    ],
    rp: { id: 'www.example.com', name: 'www.example.com' },
    timeout: 60_000,
    user: { displayName: 'testuser', id: 'ZWFhZDAyMTktMjExNy00', name: 'testuser' },
  }

  test('is taken over as it came, but for what is not known', () => {
    const more = { ...options, attestation: 'direct', extensions: { payment: {} } }
    expect(readCreationOptions(more)).toEqual(options)
  })

  test.each([
    { rp: undefined },
    { user: { ...options.user, id: '' } },
    { rp: { id: 'https://example.com' } },
    { challenge: 'short' },
    { pubKeyCredParams: undefined },
    { pubKeyCredParams: ['ES256'] },
    { excludeCredentials: [{ id: 'k1Xz' }] },
  ])('is a bad answer with %j', (wrong) => {
    expect(() => readCreationOptions({ ...options, ...wrong })).toThrow(badAnswer)
  })
})

describe('the prompt', () => {
  async function sent(answer: WebAuthnAnswer, passkeys: Partial<Passkeys>) {
    const requests = stepRequests(webAuthn.read(asked), { source: asked, context: held(passkeys) })
    await webAuthn.submit?.(answer, requests)
    return requests.respond.mock.calls[0]?.[0]
  }

  test('opens by itself right after a press, and only then', () => {
    const challenge = webAuthn.read(asked)
    expect(webAuthn.answerItself?.(challenge, held({ mayPrompt: () => true }))).toEqual({})
    expect(webAuthn.answerItself?.(challenge, held({ mayPrompt: () => false }))).toBeUndefined()
  })

  test('is for what was asked, and ends with the sign-in', async () => {
    const get = vi.fn<Passkeys['get']>(async () => ({ id: 'k1Xz' }))
    expect(await sent({}, { get })).toEqual({ CREDENTIAL: '{"id":"k1Xz"}' })
    expect(get).toHaveBeenCalledExactlyOnceWith(recorded, { signal })
  })

  test('does not open where the app brings a credential', async () => {
    const own = { credential: { id: 'own' } }
    expect(await sent(own, {})).toEqual({ CREDENTIAL: '{"id":"own"}' })
  })
})

test('is suggested with the username, where the browser can', async () => {
  const get = vi.fn<Passkeys['get']>(async () => ({ id: 'k1Xz' }))
  const answer = await webAuthn.autofill?.(webAuthn.read(asked), held({ get }))
  expect(get).toHaveBeenCalledExactlyOnceWith(recorded, { signal, conditional: true })
  expect(answer).toEqual({ credential: { id: 'k1Xz' } })
})
