import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, test } from 'vitest'
import { AuthError } from './auth-error.ts'
import { CognitoException, toAuthError } from './cognito-exception.ts'

const step = 'SMS_MFA'
const codeOf = (type: string, message = '', status = 400) =>
  toAuthError(new CognitoException(type, message, { status }), { step }).code

// Exceptions of operations that a sign-in does not call.
const neverInSignIn =
  /^(DuplicateProvider|GroupExists|InvalidOAuthFlow|ManagedLogin|NotFound|PreconditionNotMet|ScopeDoesNotExist|Terms|TierChange|UnsupportedIdentityProvider|UserImport|UserPoolAddOn|UserPoolTagging|ServiceQuotaExceeded|UnsupportedUserState|ImportInProgress|CognitoIdentityProviderService)/

test('every exception of a sign-in has a code', () => {
  const names = Object.keys(sdk).filter(
    (name) => name.endsWith('Exception') && !neverInSignIn.test(name),
  )
  expect(names.length).toBeGreaterThan(40)
  // The code of an unknown exception follows from its HTTP status.
  const unknown = names.filter((name) => codeOf(name, '', 503) === 'service-down')
  expect(unknown.toSorted()).toEqual([
    'ConcurrentModificationException',
    'InternalErrorException',
    'InternalServerException',
  ])
})

describe('NotAuthorizedException with the message', () => {
  test.each([
    ['Incorrect username or password.', 'wrong-credentials'],
    ['Invalid session for the user, session is expired.', 'session-expired'],
    ['Invalid session for the user, session can only be used once.', 'session-spent'],
    ['Invalid session for the user.', 'session-expired'],
    ['Password attempts exceeded', 'locked-out'],
    ['User is disabled.', 'account-disabled'],
    [
      'Temporary password has expired and must be reset by an administrator.',
      'temporary-password-expired',
    ],
    ['Unable to verify secret hash for client 1example', 'configuration'],
    ['Client 1example is configured with secret but SECRET_HASH was not received', 'configuration'],
    ['Unable to login because of security reasons.', 'blocked'],
    ['Refresh Token has expired', 'expired'],
    ['Refresh Token has been revoked', 'revoked'],
    ['Invalid Refresh Token', 'revoked'],
    ['Something nobody has seen yet', 'wrong-credentials'],
    ['', 'wrong-credentials'],
  ])('%j is %s', (message, code) => {
    expect(codeOf('NotAuthorizedException', message)).toBe(code)
  })
})

describe('InvalidParameterException with the message', () => {
  test.each([
    ['USER_PASSWORD_AUTH flow not enabled for this client', 'configuration'],
    ['Missing required parameter Session', 'configuration'],
    ['Custom auth lambda trigger is not configured for the user pool.', 'configuration'],
    ['Invalid phone number format.', 'invalid-entry'],
    ['Attributes did not conform to the schema: name: The attribute is required', 'invalid-entry'],
  ])('%j is %s', (message, code) => {
    expect(codeOf('InvalidParameterException', message)).toBe(code)
  })

  test('the refusals of a step replace the code', () => {
    const cause = new CognitoException('InvalidParameterException', '1 validation error detected')
    const refusals = { InvalidParameterException: 'code-wrong' } as const
    expect(toAuthError(cause, { step, refusals }).code).toBe('code-wrong')
  })
})

test.each([
  ['Password not long enough', 'length'],
  ['Password must have uppercase characters', 'uppercase'],
  ['Password must have lowercase characters', 'lowercase'],
  ['Password must have numeric characters', 'number'],
  ['Password must have symbol characters', 'symbol'],
  ['Provided password cannot be used for security reasons.', undefined],
])('the broken rule of the password policy is read from %j', (message, rule) => {
  const cause = new CognitoException('InvalidPasswordException', message)
  expect(toAuthError(cause, { step }).details.rule).toBe(rule)
})

test('Unsupported, from an emulator, is a configuration error despite its status 500', () => {
  expect(codeOf('Unsupported', 'Cognito Local unsupported feature', 500)).toBe('configuration')
})

test.each([
  ['UserLambdaValidationException', 'DefineAuthChallenge failed with error no.', false],
  ['UnexpectedLambdaException', 'invocation failed', false],
  ['InvalidLambdaResponseException', 'Unrecognizable lambda output', false],
  ['NotAuthorizedException', 'Unable to login because of security reasons', false],
  ['ForbiddenException', 'Request not allowed due to WAF', true],
  ['CodeDeliveryFailureException', 'Unable to deliver code to user', true],
])('after %s (%j) the challenge is kept: %j', (type, message, challengeKept) => {
  const { details } = toAuthError(new CognitoException(type, message), { step })
  expect(details.challengeKept).toBe(challengeKept)
})

describe('an unknown exception', () => {
  test.each([
    [500, 'service-down'],
    [429, 'throttled'],
    [400, 'rejected'],
  ] as const)('with status %i is %s', (status, code) => {
    expect(codeOf('BrandNewException', 'x', status)).toBe(code)
  })

  test('keeps the first 64 printable characters of its name', () => {
    const cause = new CognitoException(`\u202eBad\u0000${'x'.repeat(10_000)}`, '')
    expect(toAuthError(cause, { step }).details.exception).toBe(`Bad${'x'.repeat(61)}`)
  })

  test.each(['__proto__', 'constructor', 'toString', ''])(
    'finds no inherited property by the name %j',
    (type) => {
      expect(toAuthError(new CognitoException(type, ''), { step, refusals: {} }).code).toBe(
        'rejected',
      )
    },
  )
})

test('any other thrown value is a bad answer, and its text is not kept', () => {
  const error = toAuthError(new SyntaxError('Unexpected token < in <html>secret'), { step })
  expect(error).toMatchObject({ code: 'bad-answer', details: { sent: 'maybe', step } })
  expect(JSON.stringify(error)).not.toContain('secret')
  expect(error.cause).toBeUndefined()
})

test('an error has the step, and whether the challenge is kept', () => {
  const lost = toAuthError(new AuthError('network', { sent: 'maybe' }), { step })
  expect(lost.details).toEqual({ sent: 'maybe', step, challengeKept: true })
  const ended = toAuthError(new CognitoException('NotAuthorizedException', ''), { step })
  expect(ended.details.challengeKept).toBe(false)
})
