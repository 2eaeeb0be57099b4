import { describe, expect, test } from 'vitest'
import { protocolFor } from '../challenges/challenge.ts'
import { firstStep } from '../challenges/first-step.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import { type Opaque, toOpaque } from '../protocol/opaque.ts'
import type { AuthResponse } from '../protocol/wire.ts'
import { afterRefusal, afterReply, duringReplay, keepsAnswer, stayOrEnd } from './decide.ts'
import type { ReplyContext } from './open-challenge.ts'
import { openStep, type PendingChallenge } from './pending-challenge.ts'

const Session = 'Session-of-a-challenge'
const policy = { plainPassword: false, canUsePasskeys: true }
const start = openStep({
  ...firstStep({ asksPassword: true, gavePassword: false }),
  username: 'ana',
  round: 0,
})

function reply(ChallengeName: string, more: Partial<AuthResponse> = {}): AuthResponse {
  return { ChallengeName, Session, ChallengeParameters: {}, AvailableChallenges: [], ...more }
}

function context(more: Partial<ReplyContext> = {}): ReplyContext {
  const rest = { repeats: undefined, preferred: undefined, expiresAt: 1000 }
  return { username: 'ana', previous: start, policy, ...rest, ...more }
}

function pendingAfter(response: AuthResponse, more: Partial<ReplyContext> = {}): PendingChallenge {
  const after = afterReply(response, context(more))
  if (after.kind === 'tokens') throw new Error('tokens')
  return after.pending
}

const custom = (question: string, more: Record<string, string> = {}) =>
  reply('CUSTOM_CHALLENGE', { ChallengeParameters: { question, ...more } })

describe('after a reply', () => {
  test('tokens end the sign-in', () => {
    const tokens = { AccessToken: 'a', IdToken: 'i', ExpiresIn: 60 }
    const response = {
      AuthenticationResult: tokens,
      ChallengeParameters: {},
      AvailableChallenges: [],
    }
    expect(afterReply(response, context())).toEqual({ kind: 'tokens', tokens })
  })

  test.each<[string, AuthResponse, Partial<PendingChallenge>]>([
    ['a challenge is a new round', reply('SMS_MFA'), { name: 'SMS_MFA', round: 1, tries: 0 }],
    ['a code of the service can be sent again', reply('EMAIL_OTP'), { sendsCode: true }],
    [
      'a code of an authenticator app cannot be sent again',
      reply('SOFTWARE_TOKEN_MFA'),
      { sendsCode: false },
    ],
    ['an automatic challenge is no new round', reply('PASSWORD_VERIFIER', proof()), { round: 0 }],
    ['an unknown ChallengeName is UNKNOWN', reply('FACE_SCAN'), { name: 'UNKNOWN', round: 1 }],
    [
      'the username for the service is the one that it gave',
      reply('SMS_MFA', named('a1-b2')),
      { serviceUsername: 'a1-b2', username: 'ana' },
    ],
    [
      'without one, it is the username that was typed',
      reply('SMS_MFA'),
      { serviceUsername: 'ana' },
    ],
  ])('%s', (_, response, expected) => {
    expect(pendingAfter(response)).toMatchObject(expected)
  })

  test.each([
    ['a challenge without a Session', { ...reply('SMS_MFA'), Session: undefined }],
    ['a proof without a secret block', reply('PASSWORD_VERIFIER')],
  ])('%s is a bad answer', (_, response) => {
    expect(() => afterReply(response as AuthResponse, context())).toThrow(
      new AuthError('bad-answer', { sent: 'yes' }),
    )
  })

  test.each<[string, AuthResponse, Partial<ReplyContext>, boolean]>([
    [
      'one of several',
      reply('EMAIL_OTP', { AvailableChallenges: ['EMAIL_OTP', 'PASSWORD'] }),
      {},
      true,
    ],
    ['the only one', reply('EMAIL_OTP', { AvailableChallenges: ['EMAIL_OTP'] }), {}, false],
    ['a preferred one', reply('EMAIL_OTP'), { preferred: 'EMAIL_OTP' }, true],
    ['not the preferred one', reply('SMS_MFA'), { preferred: 'EMAIL_OTP' }, false],
    [
      'the choice itself',
      reply('SELECT_CHALLENGE', { AvailableChallenges: ['A', 'B'] }),
      {},
      false,
    ],
  ])('at the start, %s has other methods: %j', (_, response, more, expected) => {
    expect(pendingAfter(response, more).hasOtherMethods).toBe(expected)
  })

  test.each([
    [true, true],
    [false, false],
  ])('after a choice that was on screen (%j), other methods: %j', (shown, expected) => {
    const previous = { ...pendingAfter(reply('SELECT_CHALLENGE')), shown }
    expect(pendingAfter(reply('EMAIL_OTP'), { previous }).hasOtherMethods).toBe(expected)
  })

  test.each<[string, AuthResponse, boolean]>([
    ['the same question', custom('Why?', { triesLeft: '2' }), true],
    ['the same, with fewer tries left', custom('Why?', { triesLeft: '1' }), true],
    ['another question', custom('Which colour?'), false],
    ['another challenge', reply('SMS_MFA'), false],
  ])('%s after an answer means a wrong answer: %j', (_, response, isRepeat) => {
    const previous = pendingAfter(custom('Why?', { triesLeft: '2' }))
    const rejected = { phase: 'rejected', error: { code: 'code-wrong' } }
    expect(afterReply(response, context({ previous }))).toMatchObject(
      isRepeat
        ? { phase: rejected, pending: { round: 1, tries: 1 } }
        : { phase: { phase: 'asked' }, pending: { round: 2, tries: 0 } },
    )
  })

  test('the app can decide what a repeat is', () => {
    const previous = pendingAfter(custom('Why?'))
    const after = afterReply(custom('Which colour?'), context({ previous, repeats: () => true }))
    expect(after).toMatchObject({ phase: { phase: 'rejected' }, pending: { repeated: true } })
  })
})

describe('after a refusal', () => {
  const device = { key: 'd', groupKey: 'g', secret: 's' }

  interface Row {
    step: string
    code: AuthErrorCode
    hasOtherMethods?: boolean
    hasDevice?: boolean
    clockIsOff?: boolean
    usesServiceClock?: boolean
  }

  test.each<[string, Row, object]>([
    ['a wrong code keeps the challenge', { step: 'SMS_MFA', code: 'code-wrong' }, { kind: 'stay' }],
    [
      'no answer of the service keeps the challenge',
      { step: 'SMS_MFA', code: 'network' },
      { kind: 'stay' },
    ],
    [
      'an expired Session ends the sign-in',
      { step: 'SMS_MFA', code: 'session-expired' },
      { kind: 'end' },
    ],
    [
      'an automatic challenge ends the sign-in',
      { step: 'PASSWORD_VERIFIER', code: 'network' },
      { kind: 'end' },
    ],
    ['SIGN_IN ends the sign-in', { step: 'SIGN_IN', code: 'network' }, { kind: 'end' }],
    [
      'a passkey leads to the choice of method',
      { step: 'WEB_AUTHN', code: 'passkey-cancelled', hasOtherMethods: true },
      { kind: 'choose-method' },
    ],
    [
      'a passkey without another method keeps the challenge',
      { step: 'WEB_AUTHN', code: 'passkey-cancelled' },
      { kind: 'stay' },
    ],
    [
      'a wrong clock is retried with the service clock',
      { step: 'PASSWORD_VERIFIER', code: 'wrong-credentials', clockIsOff: true },
      { kind: 'retry', reason: 'service-clock' },
    ],
    [
      'a refused device is retried without it',
      { step: 'DEVICE_SRP_AUTH', code: 'invalid-entry', hasDevice: true },
      { kind: 'retry', reason: 'without-device' },
    ],
    [
      'a second refusal with the service clock is a wrong password',
      { step: 'PASSWORD_VERIFIER', code: 'wrong-credentials', usesServiceClock: true },
      { kind: 'end', error: { code: 'wrong-credentials' } },
    ],
  ])('%s', (_, row, expected) => {
    const { step, code, hasOtherMethods = false, clockIsOff = false } = row
    const after = afterRefusal({
      error: toAuthError(new AuthError(code), { step }),
      protocol: protocolFor(step),
      attempt: {
        usesServiceClock: row.usesServiceClock ?? false,
        device: row.hasDevice ? device : undefined,
      },
      clockIsOff,
      hasOtherMethods,
    })
    expect(after).toMatchObject(expected)
  })

  test('an error that ends the sign-in has challengeKept: false', () => {
    const error = new AuthError('network', { challengeKept: true, sent: 'maybe' })
    const { details } = stayOrEnd(error, { automatic: true }).error
    expect(details).toEqual({ challengeKept: false, sent: 'maybe' })
  })
})

describe('during a replay', () => {
  const code = toOpaque({ code: '123456' })
  const choice = toOpaque({ choice: 'SMS_MFA' })
  const answers = new Map<string, Opaque>([
    ['SELECT_MFA_TYPE', choice],
    ['SMS_MFA', code],
  ])
  const proofs = reply('PASSWORD_VERIFIER', proof())

  test.each<[string, AuthResponse, string | undefined, object]>([
    [
      'a kept answer is sent again',
      reply('SELECT_MFA_TYPE'),
      'SMS_MFA',
      { kind: 'answer', answer: choice },
    ],
    ['it stops at the challenge that it leads to', reply('SMS_MFA'), 'SMS_MFA', { kind: 'stop' }],
    ['it stops where only the user can answer', reply('EMAIL_OTP'), 'SMS_MFA', { kind: 'stop' }],
    ['an automatic challenge answers itself', proofs, 'SMS_MFA', { kind: 'automatic' }],
    [
      'without a target, kept answers are sent',
      reply('SMS_MFA'),
      undefined,
      { kind: 'answer', answer: code },
    ],
    ['without a target, it stops at an automatic challenge', proofs, undefined, { kind: 'stop' }],
  ])('%s', (_, response, until, expected) => {
    expect(duringReplay(pendingAfter(response), answers, until)).toEqual(expected)
  })
})

test.each<[string, object, string, boolean]>([
  ['PASSWORD', { password: 'old' }, 'NEW_PASSWORD_REQUIRED', false],
  ['SELECT_CHALLENGE', { choice: 'PASSWORD_SRP', password: 'old' }, 'NEW_PASSWORD_REQUIRED', false],
  ['SELECT_CHALLENGE', { choice: 'EMAIL_OTP' }, 'NEW_PASSWORD_REQUIRED', true],
  ['SELECT_MFA_TYPE', { choice: 'SMS_MFA' }, 'NEW_PASSWORD_REQUIRED', true],
  ['PASSWORD', { password: 'new' }, 'PASSWORD', true],
])('the answer to %s, %j, is kept after a new password in %s: %j', (name, answer, by, kept) => {
  expect(keepsAnswer(name, toOpaque(answer), protocolFor(by))).toBe(kept)
})

function proof(): Partial<AuthResponse> {
  const ChallengeParameters = { SRP_B: 'b', SALT: 'c', SECRET_BLOCK: 'd', USER_ID_FOR_SRP: 'ana' }
  return { ChallengeParameters }
}

function named(USERNAME: string): Partial<AuthResponse> {
  return { ChallengeParameters: { USERNAME } }
}
