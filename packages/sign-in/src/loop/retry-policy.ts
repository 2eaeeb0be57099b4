import type { AnyProtocol } from '../protocol/challenge-protocol.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

/**
 * Why a retry can succeed: with the clock of the service, or without the remembered device.
 * See `docs/cognito.md#password-verifier-timestamp` and `docs/cognito.md#device-srp`.
 */
export type RetryReason = 'service-clock' | 'without-device'

export interface RetryFacts {
  error: AuthError
  protocol: AnyProtocol
  attempt: Pick<SignInAttempt, 'usesServiceClock' | 'device'>
  /** Whether the clock in use differs from that of the service. */
  clockIsOff: boolean
}

/**
 * Why the sign-in should start again without asking the user, if it should. Each reason counts once per
 * attempt.
 */
export function shouldRetry(facts: RetryFacts): RetryReason | undefined {
  const { attempt, clockIsOff } = facts
  // The clock comes first, because the proof of a device contains the time as well.
  if (!attempt.usesServiceClock && isTimeRefused(facts) && clockIsOff) return 'service-clock'
  return attempt.device && isDeviceRefused(facts) ? 'without-device' : undefined
}

/**
 * The error to show if there is no retry. A password that is refused with the service clock is wrong, unless
 * the clock of the service has changed meanwhile.
 */
export function finalError(facts: RetryFacts): AuthError {
  const { error, attempt, clockIsOff } = facts
  if (!attempt.usesServiceClock || !clockIsOff || !isTimeRefused(facts)) return error
  return new AuthError('clock', { ...error.details, challengeKept: false })
}

function isTimeRefused({ protocol, error: { code } }: RetryFacts): boolean {
  return protocol.timestamped === true && code === 'wrong-credentials'
}

function isDeviceRefused({ protocol, error: { code, details } }: RetryFacts): boolean {
  // The service sends it for an unknown device (`docs/cognito.md#device-srp`).
  if (details.exception === 'ResourceNotFoundException') return true
  const isRefused = code === 'wrong-credentials' || code === 'invalid-entry'
  return protocol.provesDevice === true && isRefused
}
