import { AuthError, type AuthErrorDetails, type PasswordRule } from './auth-error.ts'
import { type AuthErrorCode, keepsChallenge } from './auth-errors.ts'
import { printable } from './printable.ts'

interface Answered {
  status?: number | undefined
  requestId?: string | undefined
  /** Seconds. */
  retryAfter?: number | undefined
}

/** Cognito said no, and `type` says which no: its `__type`. Stays between transport and loop. */
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

/** What the exceptions mean where one challenge knows better than the table below. */
export type Refusals = Partial<Record<string, AuthErrorCode>>

/** Whatever a transport threw, as the one error that leaves this package. */
export function toAuthError(
  cause: unknown,
  { step, refusals = {} }: { step: string; refusals?: Refusals | undefined },
): AuthError {
  if (cause instanceof AuthError) {
    return new AuthError(cause.code, { ...cause.details, ...kept(cause.code), step })
  }
  if (!(cause instanceof CognitoException)) {
    return new AuthError('bad-answer', { ...kept('bad-answer'), step, sent: 'maybe' })
  }

  const { type, message, answered } = cause
  const code = (Object.hasOwn(refusals, type) && refusals[type]) || codeOf(cause)
  const rule = code === 'password-policy' ? ruleOf(message) : undefined
  return new AuthError(code, {
    ...kept(code),
    step,
    sent: 'yes',
    ...(code.startsWith('password-') && { field: 'newPassword' }),
    exception: printable(type),
    ...(rule && { rule }),
    ...(answered.retryAfter !== undefined && { retryAfter: answered.retryAfter }),
    ...(answered.requestId && { requestId: printable(answered.requestId) }),
  })
}

function kept(code: AuthErrorCode): AuthErrorDetails {
  return { challengeKept: keepsChallenge(code) }
}

function codeOf({ type, message, answered }: CognitoException): AuthErrorCode {
  if (type === 'NotAuthorizedException') return refinedBy(message, notAuthorized)
  if (type === 'InvalidParameterException') return refinedBy(message, invalidParameter)
  const code = codes.get(type)
  if (code) return code
  if (answered.status === 429) return 'throttled'
  return (answered.status ?? 400) >= 500 ? 'service-down' : 'rejected'
}

type Refinement = readonly [pattern: RegExp, code: AuthErrorCode][]

function refinedBy(message: string, refinements: Refinement): AuthErrorCode {
  const [, code] = refinements.find(([pattern]) => pattern.test(message)) as Refinement[number]
  return code
}

// One type, a dozen meanings, told apart only by English text. The last row is the safe default.
const notAuthorized: Refinement = [
  [/session.*(used once|already)/i, 'session-spent'],
  [/session/i, 'session-expired'],
  [/attempts exceeded/i, 'locked-out'],
  [/disabled/i, 'account-disabled'],
  [/temporary password/i, 'temporary-password-expired'],
  [/secret|client|not permitted|unauthorized attribute/i, 'configuration'],
  [/security reasons/i, 'blocked'],
  [/(refresh|access) token/i, 'session-lost'],
  [/^/, 'wrong-credentials'],
]

const invalidParameter: Refinement = [
  [/not enabled|not configured|missing required parameter|client|user ?pool/i, 'configuration'],
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
  ['RefreshTokenReuseException', 'session-lost'],
  ['ResourceNotFoundException', 'configuration'],
  ['SerializationException', 'configuration'],
  ['SoftwareTokenMFANotFoundException', 'configuration'],
  ['ThrottlingException', 'throttled'],
  ['TooManyFailedAttemptsException', 'locked-out'],
  ['TooManyRequestsException', 'throttled'],
  ['UnauthorizedException', 'configuration'],
  ['UnexpectedLambdaException', 'rejected'],
  ['UnknownOperationException', 'configuration'],
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
