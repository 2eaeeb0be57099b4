import { type AuthErrorCode, authErrors, type Recovery } from './auth-errors.ts'

export interface AuthErrorDetails {
  /** Where it happened: `InitiateAuth`, or the ChallengeName being answered. */
  step?: string
  /** Whether the challenge, its Session and what was typed are still good for another try. */
  challengeKept?: boolean
  /** Whether the service may have acted on the request: never `no` unless that is certain. */
  sent?: 'no' | 'maybe' | 'yes'
  /** Seconds to wait, where the service said so. */
  retryAfterSeconds?: number
  /** The answer's property, or the attribute, that the service objected to. */
  field?: string
  /** The one rule of the pool's password policy that the service named. */
  rule?: PasswordRule
  /** The service's own name for the exception, or what could not be loaded: 64 characters at most. */
  exception?: string
  requestId?: string
}

export type PasswordRule = 'length' | 'uppercase' | 'lowercase' | 'number' | 'symbol'

/**
 * The only error this package hands out. Switch on `code`, show `message`, do what `recovery` says.
 * It carries nothing that a log may not hold: no answer of the service, no request, no `cause`.
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

/** Only characters that a log can hold, cut to a length. */
export function printable(text: string, maxLength = 64): string {
  return text.replace(/[^\x20-\x7e]/g, '').slice(0, maxLength)
}
