import { describe, expect, test, vi } from 'vitest'
import { AuthError } from '../../protocol/auth-error.ts'
import type { SignInContext, SignInPolicy } from '../../protocol/sign-in-context.ts'
import { stepRequests } from '../../testing/step-requests.test.support.ts'
import { type SelectChallengeAnswer, selectChallenge } from './select-challenge.protocol.ts'
import { asked } from './select-challenge.recording.ts'

const refusal = new AuthError('unsupported-challenge', { sent: 'no', exception: 'PASSWORD' })

const policy: SignInPolicy = { plainPassword: false, canUsePasskeys: true }
const reading = (AvailableChallenges: string[], own: Partial<SignInPolicy> = {}) =>
  selectChallenge.read({ ...asked, AvailableChallenges }, { ...policy, ...own })

const passkeyOptions = {
  challenge: 'JUnZ6Jr1xlPCVXn0JUnZ6Jr1xlPCVXn0',
  rpId: 'example.com',
  allowCredentials: [],
}
const credential = { id: 'k1Xz', type: 'public-key' }
const signal = new AbortController().signal
const holding = (own: object = {}) =>
  ({
    ...policy,
    password: '',
    signal,
    srp: async () => ({ publicKey: 'abc123' }),
    passkeys: { mayPrompt: () => true, get: vi.fn(async () => credential) },
    ...own,
  }) as unknown as SignInContext

describe('what is offered', () => {
  test('is read in our order, the proof of a password before the password', () => {
    expect(selectChallenge.read(asked)).toEqual({
      choices: ['WEB_AUTHN', 'PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP'],
      passkeyOptions: undefined,
    })
  })

  test.each([[[]], [['SMOKE_SIGNAL']], [['']]])('and not known is left out: %j', (offered) => {
    expect(reading(offered).choices).toEqual([])
  })

  test('twice is offered once', () => {
    expect(reading(['SMS_OTP', 'SMS_OTP']).choices).toEqual(['SMS_OTP'])
  })

  test('may come as JSON among the parameters', () => {
    const ChallengeParameters = { AvailableChallenges: '["SMS_OTP","EMAIL_OTP"]' }
    expect(
      selectChallenge.read({ ...asked, AvailableChallenges: [], ChallengeParameters }).choices,
    ).toEqual(['EMAIL_OTP', 'SMS_OTP'])
  })

  test('is no passkey where the browser has none', () => {
    expect(reading(['WEB_AUTHN', 'SMS_OTP'], { canUsePasskeys: false }).choices).toEqual([
      'SMS_OTP',
    ])
  })

  test('is a plain password only where the app allows it', () => {
    expect(reading(['PASSWORD', 'SMS_OTP']).choices).toEqual(['SMS_OTP'])
    expect(reading(['PASSWORD', 'SMS_OTP'], { plainPassword: true }).choices).toEqual([
      'PASSWORD',
      'SMS_OTP',
    ])
  })

  test('has what a passkey is to sign, where that came along', () => {
    const options = (text: string) =>
      selectChallenge.read({
        ...asked,
        ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: text },
      }).passkeyOptions
    expect(options(JSON.stringify(passkeyOptions))).toEqual(passkeyOptions)
    expect(() => options('{')).toThrow(new AuthError('bad-answer', { sent: 'yes' }))
  })
})

describe('by itself', () => {
  const itself = (choices: string[], own: object = {}, more: object = {}) =>
    selectChallenge.answerItself?.(
      { choices, passkeyOptions: undefined, ...more } as never,
      holding(own),
    )

  test('it takes the only way there is', () => {
    expect(itself(['EMAIL_OTP'])).toEqual({ choice: 'EMAIL_OTP' })
    expect(itself(['WEB_AUTHN'])).toEqual({ choice: 'WEB_AUTHN' })
    expect(itself(['EMAIL_OTP', 'SMS_OTP'])).toBeUndefined()
    expect(itself([])).toBeUndefined()
  })

  test('it asks for the password, unless that was given before', () => {
    expect(itself(['PASSWORD_SRP'])).toBeUndefined()
    expect(itself(['PASSWORD_SRP'], { password: 'Pa55' })).toEqual({
      choice: 'PASSWORD_SRP',
      password: 'Pa55',
    })
  })

  test('it refuses where the password itself is all that is wanted, and not allowed', () => {
    expect(() => itself(reading(['PASSWORD']).choices)).toThrow(refusal)
  })

  test('it opens no prompt out of the blue', () => {
    const passkeys = { mayPrompt: () => false }
    expect(itself(['WEB_AUTHN'], { passkeys }, { passkeyOptions })).toBeUndefined()
    expect(itself(['WEB_AUTHN'], {}, { passkeyOptions })).toEqual({ choice: 'WEB_AUTHN' })
  })
})

describe('an answer', () => {
  async function written(answer: SelectChallengeAnswer, more: object = {}, own: object = {}) {
    const context = holding(own)
    const challenge = { choices: [], passkeyOptions: undefined, ...more }
    const requests = stepRequests(challenge, { source: asked, context })
    await selectChallenge.submit?.(answer, requests)
    return requests.respond.mock.calls[0]?.[0]
  }

  test('is the choice in Cognito’s own word', async () => {
    expect(await written({ choice: 'EMAIL_OTP' })).toEqual({ ANSWER: 'EMAIL_OTP' })
    expect(await written({ choice: 'WEB_AUTHN' })).toEqual({ ANSWER: 'WEB_AUTHN' })
  })

  test('begins the proof of a password, and does not send it', async () => {
    expect(await written({ choice: 'PASSWORD_SRP', password: 'Pa55' })).toEqual({
      ANSWER: 'PASSWORD_SRP',
      SRP_A: 'abc123',
    })
  })

  test('sends the password itself only where that is allowed', async () => {
    const plain = { choice: 'PASSWORD' as const, password: 'Pa55' }
    await expect(written(plain)).rejects.toThrow(refusal)
    expect(await written(plain, {}, { plainPassword: true })).toEqual({
      ANSWER: 'PASSWORD',
      PASSWORD: 'Pa55',
    })
  })

  test('takes a passkey along where its options are here, and asks the browser at most once', async () => {
    const get = vi.fn(async () => credential)
    const sent = await written({ choice: 'WEB_AUTHN' }, { passkeyOptions }, { passkeys: { get } })
    expect(get).toHaveBeenCalledExactlyOnceWith(passkeyOptions, expect.objectContaining({ signal }))
    expect(sent).toEqual({ ANSWER: 'WEB_AUTHN', CREDENTIAL: JSON.stringify(credential) })
    await written({ choice: 'WEB_AUTHN', credential }, { passkeyOptions }, { passkeys: { get } })
    expect(get).toHaveBeenCalledOnce()
  })

  test('hands its password on', () => {
    expect(selectChallenge.password?.({ choice: 'PASSWORD_SRP', password: 'Pa55' })).toBe('Pa55')
    expect(selectChallenge.password?.({ choice: 'SMS_OTP' })).toBeUndefined()
  })
})
