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

function contextWith(passkeys: Partial<Passkeys>): SignInContext {
  return { passkeys, signal } as SignInContext
}

describe('the request options', () => {
  test('are read unchanged', () => {
    expect(webAuthn.read(asked)).toEqual({ options: recorded })
  })

  test('have no unknown members', () => {
    const more = {
      ...recorded,
      extensions: { payment: {} },
      userVerification: 'never',
      timeout: '',
    }
    const { options } = reading(JSON.stringify(more))
    expect(Object.keys(options)).toEqual(['challenge', 'rpId', 'allowCredentials'])
  })

  test('may have neither rpId nor allowCredentials', () => {
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
  ])('are a bad answer if they are %.80j', (text) => {
    expect(() => reading(text)).toThrow(badAnswer)
  })
})

describe('the creation options', () => {
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

  test('are read without unknown members', () => {
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
  ])('are a bad answer with %j', (wrong) => {
    expect(() => readCreationOptions({ ...options, ...wrong })).toThrow(badAnswer)
  })
})

describe('the prompt', () => {
  async function sent(answer: WebAuthnAnswer, passkeys: Partial<Passkeys>) {
    const requests = stepRequests(webAuthn.read(asked), {
      source: asked,
      context: contextWith(passkeys),
    })
    await webAuthn.submit?.(answer, requests)
    return requests.respond.mock.calls[0]?.[0]
  }

  test('opens by itself only right after a press', () => {
    const challenge = webAuthn.read(asked)
    expect(webAuthn.answerItself?.(challenge, contextWith({ mayPrompt: () => true }))).toEqual({})
    expect(
      webAuthn.answerItself?.(challenge, contextWith({ mayPrompt: () => false })),
    ).toBeUndefined()
  })

  test('gets the options and the signal of the sign-in', async () => {
    const get = vi.fn<Passkeys['get']>(async () => ({ id: 'k1Xz' }))
    expect(await sent({}, { get })).toEqual({ CREDENTIAL: '{"id":"k1Xz"}' })
    expect(get).toHaveBeenCalledExactlyOnceWith(recorded, { signal })
  })

  test('does not open if the answer has a credential', async () => {
    const answer = { credential: { id: 'own' } }
    expect(await sent(answer, {})).toEqual({ CREDENTIAL: '{"id":"own"}' })
  })
})

test('autofill asks the browser with conditional mediation', async () => {
  const get = vi.fn<Passkeys['get']>(async () => ({ id: 'k1Xz' }))
  const answer = await webAuthn.autofill?.(webAuthn.read(asked), contextWith({ get }))
  expect(get).toHaveBeenCalledExactlyOnceWith(recorded, { signal, conditional: true })
  expect(answer).toEqual({ credential: { id: 'k1Xz' } })
})
