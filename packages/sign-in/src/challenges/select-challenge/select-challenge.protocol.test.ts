import { describe, expect, test, vi } from 'vitest'
import { AuthError } from '../../protocol/auth-error.ts'
import type { SignInContext, SignInPolicy } from '../../protocol/sign-in-context.ts'
import { stepRequests } from '../../testing/step-requests.test.support.ts'
import { type SelectChallengeAnswer, selectChallenge } from './select-challenge.protocol.ts'
import { asked } from './select-challenge.recording.ts'

const refusal = new AuthError('unsupported-challenge', { sent: 'no', exception: 'PASSWORD' })

const policy: SignInPolicy = { plainPassword: false, canUsePasskeys: true }
const reading = (AvailableChallenges: string[], overrides: Partial<SignInPolicy> = {}) =>
  selectChallenge.read({ ...asked, AvailableChallenges }, { ...policy, ...overrides })

const passkeyOptions = {
  challenge: 'JUnZ6Jr1xlPCVXn0JUnZ6Jr1xlPCVXn0',
  rpId: 'example.com',
  allowCredentials: [],
}
const credential = { id: 'k1Xz', type: 'public-key' }
const signal = new AbortController().signal
const contextWith = (overrides: object = {}) =>
  ({
    ...policy,
    password: '',
    signal,
    srp: async () => ({ publicKey: 'abc123' }),
    passkeys: { mayPrompt: () => true, get: vi.fn(async () => credential) },
    ...overrides,
  }) as unknown as SignInContext

describe('the choices', () => {
  test('are in the order of the kit, with a proof instead of the password', () => {
    expect(selectChallenge.read(asked)).toEqual({
      choices: ['WEB_AUTHN', 'PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP'],
      passkeyOptions: undefined,
    })
  })

  test.each([[[]], [['SMOKE_SIGNAL']], [['']]])('leave out unknown methods: %j', (offered) => {
    expect(reading(offered).choices).toEqual([])
  })

  test('are unique', () => {
    expect(reading(['SMS_OTP', 'SMS_OTP']).choices).toEqual(['SMS_OTP'])
  })

  test('may come as JSON in the parameters', () => {
    const ChallengeParameters = { AvailableChallenges: '["SMS_OTP","EMAIL_OTP"]' }
    expect(
      selectChallenge.read({ ...asked, AvailableChallenges: [], ChallengeParameters }).choices,
    ).toEqual(['EMAIL_OTP', 'SMS_OTP'])
  })

  test('have no passkey if the browser has none', () => {
    expect(reading(['WEB_AUTHN', 'SMS_OTP'], { canUsePasskeys: false }).choices).toEqual([
      'SMS_OTP',
    ])
  })

  test('have the password itself only if the app allows it', () => {
    expect(reading(['PASSWORD', 'SMS_OTP']).choices).toEqual(['SMS_OTP'])
    expect(reading(['PASSWORD', 'SMS_OTP'], { plainPassword: true }).choices).toEqual([
      'PASSWORD',
      'SMS_OTP',
    ])
  })

  test('come with the options of a passkey if the service sent them', () => {
    const options = (text: string) =>
      selectChallenge.read({
        ...asked,
        ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: text },
      }).passkeyOptions
    expect(options(JSON.stringify(passkeyOptions))).toEqual(passkeyOptions)
    expect(() => options('{')).toThrow(new AuthError('bad-answer', { sent: 'yes' }))
  })
})

describe('without the user', () => {
  const itself = (choices: string[], overrides: object = {}, more: object = {}) =>
    selectChallenge.answerItself?.(
      { choices, passkeyOptions: undefined, ...more } as never,
      contextWith(overrides),
    )

  test('the only method is chosen', () => {
    expect(itself(['EMAIL_OTP'])).toEqual({ choice: 'EMAIL_OTP' })
    expect(itself(['WEB_AUTHN'])).toEqual({ choice: 'WEB_AUTHN' })
    expect(itself(['EMAIL_OTP', 'SMS_OTP'])).toBeUndefined()
    expect(itself([])).toBeUndefined()
  })

  test('the password of SIGN_IN is used', () => {
    expect(itself(['PASSWORD_SRP'])).toBeUndefined()
    expect(itself(['PASSWORD_SRP'], { password: 'Pa55' })).toEqual({
      choice: 'PASSWORD_SRP',
      password: 'Pa55',
    })
  })

  test('PASSWORD alone is refused if the app does not allow it', () => {
    expect(() => itself(reading(['PASSWORD']).choices)).toThrow(refusal)
  })

  test('no prompt opens without a press', () => {
    const passkeys = { mayPrompt: () => false }
    expect(itself(['WEB_AUTHN'], { passkeys }, { passkeyOptions })).toBeUndefined()
    expect(itself(['WEB_AUTHN'], {}, { passkeyOptions })).toEqual({ choice: 'WEB_AUTHN' })
  })
})

describe('an answer', () => {
  async function written(answer: SelectChallengeAnswer, more: object = {}, overrides: object = {}) {
    const context = contextWith(overrides)
    const challenge = { choices: [], passkeyOptions: undefined, ...more }
    const requests = stepRequests(challenge, { source: asked, context })
    await selectChallenge.submit?.(answer, requests)
    return requests.respond.mock.calls[0]?.[0]
  }

  test('writes the choice as ANSWER', async () => {
    expect(await written({ choice: 'EMAIL_OTP' })).toEqual({ ANSWER: 'EMAIL_OTP' })
    expect(await written({ choice: 'WEB_AUTHN' })).toEqual({ ANSWER: 'WEB_AUTHN' })
  })

  test('sends SRP_A and not the password', async () => {
    expect(await written({ choice: 'PASSWORD_SRP', password: 'Pa55' })).toEqual({
      ANSWER: 'PASSWORD_SRP',
      SRP_A: 'abc123',
    })
  })

  test('sends the password itself only if the app allows it', async () => {
    const plain = { choice: 'PASSWORD' as const, password: 'Pa55' }
    await expect(written(plain)).rejects.toThrow(refusal)
    expect(await written(plain, {}, { plainPassword: true })).toEqual({
      ANSWER: 'PASSWORD',
      PASSWORD: 'Pa55',
    })
  })

  test('sends a signed passkey if there are options, and asks the browser only without a credential', async () => {
    const get = vi.fn(async () => credential)
    const sent = await written({ choice: 'WEB_AUTHN' }, { passkeyOptions }, { passkeys: { get } })
    expect(get).toHaveBeenCalledExactlyOnceWith(passkeyOptions, expect.objectContaining({ signal }))
    expect(sent).toEqual({ ANSWER: 'WEB_AUTHN', CREDENTIAL: JSON.stringify(credential) })
    await written({ choice: 'WEB_AUTHN', credential }, { passkeyOptions }, { passkeys: { get } })
    expect(get).toHaveBeenCalledOnce()
  })

  test('gives the password for a replay', () => {
    expect(selectChallenge.password?.({ choice: 'PASSWORD_SRP', password: 'Pa55' })).toBe('Pa55')
    expect(selectChallenge.password?.({ choice: 'SMS_OTP' })).toBeUndefined()
  })
})
