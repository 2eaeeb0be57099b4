import { describe, expect, test } from 'vitest'
import { AuthError } from '../protocol/auth-error.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import { CognitoException, toAuthError } from '../protocol/cognito-exception.ts'
import { afterRefreshFailure, backOffMs, nextSendAt } from './refresh-policy.ts'

const first = { refusedBefore: false }

describe('an error that says nothing about the session', () => {
  test.each<AuthErrorCode>([
    'bad-answer',
    'blocked',
    'configuration',
    'invalid-entry',
    'locked-out',
    'network',
    'rejected',
    'service-down',
    'throttled',
    'timeout',
  ])('%s', (code) => {
    expect(afterRefreshFailure({ code }, first)).toEqual({ kind: 'keep' })
    expect(afterRefreshFailure({ code }, { refusedBefore: true })).toEqual({ kind: 'keep' })
  })
})

describe('a refusal', () => {
  const refusals = { UserNotFoundException: 'account-gone' } as const

  test.each<[string, string, string]>([
    ['NotAuthorizedException', 'Refresh Token has expired', 'expired'],
    ['NotAuthorizedException', 'Refresh Token has been revoked', 'revoked'],
    ['NotAuthorizedException', 'Invalid Refresh Token', 'revoked'],
    ['NotAuthorizedException', 'User is disabled.', 'account-disabled'],
    ['RefreshTokenReuseException', 'used', 'revoked'],
    ['UserNotFoundException', 'User does not exist.', 'account-gone'],
    ['PasswordResetRequiredException', 'reset', 'password-reset-required'],
    ['UserNotConfirmedException', 'confirm', 'not-confirmed'],
  ])('%s, "%s": %s', (type, message, reason) => {
    const error = toAuthError(new CognitoException(type, message), { refusals })
    expect(afterRefreshFailure(error, first)).toEqual({ kind: 'end', reason })
  })

  test('that is unknown is tried once more', () => {
    const error = toAuthError(new CognitoException('NotAuthorizedException', 'No.'))
    expect(afterRefreshFailure(error, first)).toEqual({ kind: 'ask-again' })
    expect(afterRefreshFailure(error, { refusedBefore: true })).toEqual({
      kind: 'end',
      reason: 'revoked',
    })
  })

  test.each([
    'UserLambdaValidationException',
    'UnexpectedLambdaException',
    'InvalidLambdaResponseException',
  ])('%s does not', (type) => {
    const error = toAuthError(new CognitoException(type, 'trigger'))
    expect(afterRefreshFailure(error, first)).toEqual({ kind: 'keep' })
  })

  test('does not match an exception with the name of an Object method', () => {
    const code = 'toString' as AuthErrorCode
    expect(afterRefreshFailure({ code }, first)).toEqual({ kind: 'keep' })
  })
})

describe('the pause after a failure', () => {
  test.each([
    [1, 1000],
    [2, 2000],
    [6, 32_000],
    [7, 60_000],
    [50, 60_000],
  ])('after %i in a row: about %i ms', (failures, ms) => {
    expect(backOffMs(failures, 0)).toBe(ms * 0.75)
    expect(backOffMs(failures, 1)).toBe(ms * 1.25)
  })
})

describe('refreshes', () => {
  const minute = 60_000

  test('are sent at most eight times in ten minutes', () => {
    const sends = Array.from({ length: 8 }, (_, n) => n * minute)
    expect(nextSendAt(sends.slice(1), 7 * minute)).toBe(7 * minute)
    expect(nextSendAt(sends, 8 * minute)).toBe(10 * minute)
    expect(nextSendAt(sends, 10 * minute + 1)).toBe(10 * minute + 1)
  })

  test('are sent at once if none was sent before', () => {
    expect(nextSendAt([], 5)).toBe(5)
  })
})

test('another error than AuthError says nothing about the session', () => {
  expect(afterRefreshFailure(toAuthError(new TypeError('x')), first)).toEqual({ kind: 'keep' })
  expect(afterRefreshFailure(new AuthError('cancelled'), first)).toEqual({ kind: 'keep' })
})
