import { AuthError, type PasswordRule, printable } from './auth-error.ts'
import { type AuthErrorCode, keepsChallenge } from './auth-errors.ts'

/** What the HTTP answer of the exception says. */
interface Answered {
  status?: number | undefined
  requestId?: string | undefined
  /** Seconds. */
  retryAfterSeconds?: number | undefined
}

/**
 * An exception of the service. A transport rejects with it; the client turns it into an `AuthError`.
 * `type` is the name of the exception, e.g. `NotAuthorizedException`. See `docs/cognito.md#errors`.
 */
export class CognitoException extends Error {
  override readonly name = 'CognitoException'
  readonly type: string
  readonly answered: Answered

  constructor(type: string, message: string, answered: Answered = {}) {
    super(message)
    this.type = type
    this.answered = answered
  }
}

/**
 * Error codes for one step, by the type of an exception or by the general code. They replace the general
 * code.
 */
export type Refusals = Partial<Record<string, AuthErrorCode>>

/** Turns any thrown value into an `AuthError`. Without `step`, the step of `cause` stays. */
export function toAuthError(
  cause: unknown,
  { step, refusals = {} }: { step?: string | undefined; refusals?: Refusals | undefined } = {},
): AuthError {
  const { code: generalCode, details } = cause instanceof AuthError ? cause : readCause(cause)
  const { field, rule, ...rest } = details
  const { exception } = rest
  const refusal = [exception, generalCode].find((name) => Object.hasOwn(refusals, name ?? ''))
  const code = (refusal !== undefined && refusals[refusal]) || generalCode
  return new AuthError(code, {
    ...rest,
    challengeKept: keepsChallenge(code) && !endsSession(exception, generalCode),
    step: printable(step ?? rest.step ?? ''),
    // Both were read for the general code.
    ...(code === generalCode && field && { field }),
    ...(code === generalCode && rule && { rule }),
  })
}

function readCause(cause: unknown): AuthError {
  if (!(cause instanceof CognitoException)) return new AuthError('bad-answer', { sent: 'maybe' })
  const { type, message, answered } = cause
  const code = codeOf(cause)
  const rule = code === 'password-policy' ? ruleOf(message) : undefined
  const field = fieldOf(code, message)
  return new AuthError(code, {
    sent: 'yes',
    exception: printable(type),
    ...(field && { field }),
    ...(rule && { rule }),
    ...(answered.retryAfterSeconds !== undefined && {
      retryAfterSeconds: answered.retryAfterSeconds,
    }),
    ...(answered.requestId && { requestId: printable(answered.requestId) }),
  })
}

// The Session is over after these, although their code keeps the challenge (`docs/cognito.md#errors`).
const sessionEndingExceptions = new Set([
  'InvalidLambdaResponseException',
  'MFAMethodNotFoundException',
  'SoftwareTokenMFANotFoundException',
  'UnexpectedLambdaException',
  'UserLambdaValidationException',
])

function endsSession(exception: string | undefined, code: AuthErrorCode): boolean {
  // A firewall that blocks the request leaves the Session alone, the service's own risk check does not.
  if (exception === 'NotAuthorizedException' && code === 'blocked') return true
  return exception !== undefined && sessionEndingExceptions.has(exception)
}

function fieldOf(code: AuthErrorCode, message: string): string | undefined {
  if (code === 'password-policy' || code === 'password-history') return 'newPassword'
  if (code !== 'invalid-entry') return undefined
  if (/phone.?number/i.test(message)) return 'phone_number'
  if (/email/i.test(message)) return 'email'
  return /schema: ((?:\w+:)?\w+):/.exec(message)?.[1]
}

function codeOf({ type, message, answered }: CognitoException): AuthErrorCode {
  if (type === 'NotAuthorizedException') return refinedBy(message, notAuthorized)
  if (type === 'InvalidParameterException') return refinedBy(message, invalidParameter)
  const code = codes.get(type)
  if (code) return code
  // A firewall in front of the service sends no exception type.
  if (answered.status === 403) return 'blocked'
  if (answered.status === 429) return 'throttled'
  return (answered.status ?? 400) >= 500 ? 'service-down' : 'rejected'
}

type Refinement = readonly [pattern: RegExp, code: AuthErrorCode][]

function refinedBy(message: string, refinements: Refinement): AuthErrorCode {
  const [, code] = refinements.find(([pattern]) => pattern.test(message)) as Refinement[number]
  return code
}

// The type has many meanings; only the English text tells them apart. The last row is the safe reading.
// See `docs/cognito.md#not-authorized-exception`.
const notAuthorized: Refinement = [
  [/session.*(used once|already)/i, 'session-spent'],
  [/session/i, 'session-expired'],
  [/attempts exceeded/i, 'locked-out'],
  [/disabled/i, 'account-disabled'],
  [/temporary password/i, 'temporary-password-expired'],
  [
    /secret.?hash|secret was not received|is not permitted|unauthorized attribute/i,
    'configuration',
  ],
  [/security reasons/i, 'blocked'],
  [/token has expired/i, 'expired'],
  [/(refresh|access) token/i, 'revoked'],
  [/^/, 'wrong-credentials'],
]

// See `docs/cognito.md#invalid-parameter-exception`. The last row is the safe reading.
const invalidParameter: Refinement = [
  [/not enabled for this client|is not configured|missing required parameter/i, 'configuration'],
  [/^/, 'invalid-entry'],
]

const codes = new Map<string, AuthErrorCode>([
  ['AccessDeniedException', 'configuration'],
  ['AliasExistsException', 'rejected'],
  ['CodeDeliveryFailureException', 'rejected'],
  ['CodeMismatchException', 'code-wrong'],
  ['ConcurrentModificationException', 'service-down'],
  ['DeviceKeyExistsException', 'device-forgotten'],
  ['EnableSoftwareTokenMFAException', 'code-wrong'],
  ['ExpiredCodeException', 'code-expired'],
  ['FeatureUnavailableInTierException', 'configuration'],
  ['ForbiddenException', 'blocked'],
  ['InternalErrorException', 'service-down'],
  ['InternalServerException', 'service-down'],
  ['InvalidEmailRoleAccessPolicyException', 'configuration'],
  ['InvalidLambdaResponseException', 'rejected'],
  ['InvalidPasswordException', 'password-policy'],
  ['InvalidSmsRoleAccessPolicyException', 'configuration'],
  ['InvalidSmsRoleTrustRelationshipException', 'configuration'],
  ['InvalidUserPoolConfigurationException', 'configuration'],
  ['LimitExceededException', 'throttled'],
  ['MFAMethodNotFoundException', 'configuration'],
  ['OperationNotEnabledException', 'configuration'],
  ['PasswordHistoryPolicyViolationException', 'password-history'],
  ['PasswordResetRequiredException', 'password-reset-required'],
  ['RefreshTokenReuseException', 'revoked'],
  ['ResourceNotFoundException', 'configuration'],
  ['SerializationException', 'configuration'],
  ['SoftwareTokenMFANotFoundException', 'configuration'],
  ['ThrottlingException', 'throttled'],
  ['TooManyFailedAttemptsException', 'locked-out'],
  ['TooManyRequestsException', 'throttled'],
  ['UnauthorizedException', 'configuration'],
  ['UnexpectedLambdaException', 'rejected'],
  ['UnknownOperationException', 'configuration'],
  // An emulator sends this, with status 500, for a flow that it does not have.
  ['Unsupported', 'configuration'],
  ['UnsupportedOperationException', 'configuration'],
  ['UnsupportedTokenTypeException', 'configuration'],
  ['UserLambdaValidationException', 'rejected'],
  ['UserNotConfirmedException', 'not-confirmed'],
  ['UserNotFoundException', 'wrong-credentials'],
  ['UsernameExistsException', 'rejected'],
  ['WebAuthnChallengeNotFoundException', 'session-expired'],
  ['WebAuthnClientMismatchException', 'passkey-mismatch'],
  ['WebAuthnConfigurationMissingException', 'configuration'],
  ['WebAuthnCredentialNotSupportedException', 'passkey-unsupported'],
  ['WebAuthnNotEnabledException', 'configuration'],
  ['WebAuthnOriginNotAllowedException', 'passkey-mismatch'],
  ['WebAuthnRelyingPartyMismatchException', 'passkey-mismatch'],
])

// The texts of InvalidPasswordException: `docs/cognito.md#passwords`.
const rules: readonly [RegExp, PasswordRule][] = [
  [/long enough/i, 'length'],
  [/uppercase/i, 'uppercase'],
  [/lowercase/i, 'lowercase'],
  [/numeric/i, 'number'],
  [/symbol/i, 'symbol'],
]

function ruleOf(message: string): PasswordRule | undefined {
  return rules.find(([pattern]) => pattern.test(message))?.[1]
}
