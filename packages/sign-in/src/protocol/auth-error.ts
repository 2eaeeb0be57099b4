import { type AuthErrorCode, authErrors, type Recovery } from './auth-errors.ts'

/** What a log may hold about an error. */
export interface AuthErrorDetails {
  /** The operation, e.g. `InitiateAuth`, or the ChallengeName that was answered. */
  step?: string
  /** Whether the user can answer the same challenge again. See the table in `docs/cognito.md#errors`. */
  challengeKept?: boolean
  /** Whether the request was sent. `maybe`: the service may have processed it. `no` only if that is certain. */
  sent?: 'no' | 'maybe' | 'yes'
  /** Seconds to wait, from the `Retry-After` header. */
  retryAfterSeconds?: number
  /**
   * The property of the answer, or the attribute, that the service refused. A hint: it comes from an
   * English text.
   */
  field?: string
  /** The rule of the password policy that was broken. A hint: see `docs/cognito.md#passwords`. */
  rule?: PasswordRule
  /** The type of the exception, or the chunk that could not be loaded. At most 64 characters. */
  exception?: string
  /** The `x-amzn-RequestId` header of the answer. */
  requestId?: string
}

/** A rule of the password policy. See `docs/cognito.md#passwords`. */
export type PasswordRule = 'length' | 'uppercase' | 'lowercase' | 'number' | 'symbol'

/**
 * The only error class that this package throws or rejects with. Switch on `code`, show `message`, and
 * offer what `recovery` says. It is safe to log: it holds no request, no answer of the service and no
 * `cause`. See `docs/decisions.md#an-autherror-has-no-cause`.
 */
export class AuthError extends Error {
  override readonly name = 'AuthError'
  readonly code: AuthErrorCode
  readonly recovery: Recovery
  readonly details: Readonly<AuthErrorDetails>

  constructor(code: AuthErrorCode, details: AuthErrorDetails = {}) {
    super(authErrors[code].message)
    this.code = code
    this.recovery = authErrors[code].recovery
    this.details = details
  }

  toJSON(): AuthErrorDetails & { code: AuthErrorCode; recovery: Recovery } {
    return { code: this.code, recovery: this.recovery, ...this.details }
  }
}

/** Keeps the printable ASCII characters and cuts the text to `maxLength` characters. */
export function printable(text: string, maxLength = 64): string {
  return text.replace(/[^\x20-\x7e]/g, '').slice(0, maxLength)
}
