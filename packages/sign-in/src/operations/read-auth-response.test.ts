import { describe, expect, test } from 'vitest'
import { AuthError } from '../protocol/auth-error.ts'
import { values } from '../protocol/read-values.ts'
import { initiateAuth } from './initiate-auth.ts'

const Session = 'x'.repeat(1500)
const asked = { ChallengeName: 'SMS_MFA', Session, ChallengeParameters: { A: 'a' } }
const tokens = { AccessToken: 'a', IdToken: 'i', RefreshToken: 'r', ExpiresIn: 3600 }

const read = (answer: unknown) => initiateAuth.read(values(answer))
const badAnswer = expect.objectContaining({ code: 'bad-answer' })

describe('a challenge', () => {
  test('keeps its parameters', () => {
    expect(read(asked)).toEqual({ ...asked, AvailableChallenges: [] })
  })

  test('has no unknown members', () => {
    expect(Object.keys(read({ ...asked, Surprise: 1 }))).not.toContain('Surprise')
  })

  test.each([
    ['numbers, objects and null', { A: 1, B: { c: 'd' }, C: null, D: true }, {}],
    ['a prototype', JSON.parse('{"__proto__":"x","constructor":"y"}'), { constructor: 'y' }],
    ['a list, which some emulators send', { L: ['a', 2, 'b'] }, { L: '["a","b"]' }],
  ])('has parameters that are texts only: %s', (_, ChallengeParameters, expected) => {
    const { ChallengeParameters: parameters } = read({ ...asked, ChallengeParameters })
    expect({ ...parameters }).toEqual(expected)
    expect(Object.getPrototypeOf(parameters)).toBeNull()
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test('may come without parameters', () => {
    expect({ ...read({ ChallengeName: 'X', Session }).ChallengeParameters }).toEqual({})
    expect({ ...read({ ...asked, ChallengeParameters: null }).ChallengeParameters }).toEqual({})
  })

  test.each([19, 4097])('cannot have a Session of %i characters', (length) => {
    expect(() => read({ ...asked, Session: 'x'.repeat(length) })).toThrow(AuthError)
  })

  test.each([20, 2048, 4096])('may have a Session of %i characters', (length) => {
    expect(read({ ...asked, Session: 'x'.repeat(length) }).Session).toHaveLength(length)
  })
})

describe('tokens', () => {
  test('come with empty parameters', () => {
    const { AuthenticationResult } = read({ AuthenticationResult: tokens, ChallengeParameters: {} })
    expect(AuthenticationResult).toEqual(tokens)
  })

  test.each([undefined, 0, -1, 1e12, '3600', 'soon'])(
    'live between a minute and a day if ExpiresIn is %j',
    (ExpiresIn) => {
      const { AuthenticationResult } = read({ AuthenticationResult: { ...tokens, ExpiresIn } })
      expect(AuthenticationResult?.ExpiresIn).toBeGreaterThanOrEqual(60)
      expect(AuthenticationResult?.ExpiresIn).toBeLessThanOrEqual(86_400)
    },
  )

  test.each([
    [{}],
    [[]],
    ['x'],
    [1],
    [{ DeviceKey: 'key' }],
    [{ DeviceKey: 'key', DeviceGroupKey: '' }],
    [{ DeviceKey: 5, DeviceGroupKey: '-g' }],
  ])('are good, and the incomplete device %j is dropped', (NewDeviceMetadata) => {
    const { AuthenticationResult } = read({
      AuthenticationResult: { ...tokens, NewDeviceMetadata },
    })
    expect(AuthenticationResult).toEqual(tokens)
  })

  test('may come with a device', () => {
    const NewDeviceMetadata = { DeviceKey: 'key', DeviceGroupKey: '-g' }
    const whole = { ...tokens, NewDeviceMetadata }
    expect(read({ AuthenticationResult: whole }).AuthenticationResult).toEqual(whole)
  })

  test.each(['AccessToken', 'IdToken'])('without %s are a bad answer', (missing) => {
    expect(() => read({ AuthenticationResult: { ...tokens, [missing]: undefined } })).toThrow(
      badAnswer,
    )
  })
})

test.each([
  null,
  undefined,
  [],
  '',
  'text',
  1,
  true,
  {},
  { ChallengeName: 1, Session },
  { ChallengeName: '', Session },
  { ...asked, AuthenticationResult: tokens },
  { ...asked, ChallengeParameters: [] },
  { ...asked, ChallengeParameters: 'x' },
  { ...asked, Session: 5 },
  { AuthenticationResult: [] },
  { AuthenticationResult: 'x' },
])('%j is a bad answer', (answer) => {
  expect(() => read(answer)).toThrow(badAnswer)
})
