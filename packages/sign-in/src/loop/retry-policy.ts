import type { AnyProtocol } from '../protocol/challenge-protocol.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

/** Why a sign-in that starts again, unseen by the user, can succeed. */
export type RetryReason = 'service-clock' | 'without-device'

export interface RetryFacts {
  error: AuthError
  protocol: AnyProtocol
  attempt: Pick<SignInAttempt, 'usesServiceClock' | 'device'>
  /** Whether the service's clock and the one in use differ. */
  clockIsOff: boolean
}

/** Whether this refusal is not for the user to put right. Each reason holds once in an attempt. */
export function shouldRetry(facts: RetryFacts): RetryReason | undefined {
  const { attempt, clockIsOff } = facts
  // First, because the proof of a device holds the time, too.
  if (!attempt.usesServiceClock && isTimeRefused(facts) && clockIsOff) return 'service-clock'
  return attempt.device && isDeviceRefused(facts) ? 'without-device' : undefined
}

/** What to tell the user where no retry helped. */
export function finalError(facts: RetryFacts): AuthError {
  const { error, attempt } = facts
  if (!attempt.usesServiceClock || !isTimeRefused(facts)) return error
  return new AuthError('clock', { ...error.details, challengeKept: false })
}

function isTimeRefused({ protocol, error: { code } }: RetryFacts): boolean {
  return protocol.timestamped === true && code === 'wrong-credentials'
}

function isDeviceRefused({ protocol, error: { code, details } }: RetryFacts): boolean {
  if (details.exception === 'ResourceNotFoundException') return true
  const isRefused = code === 'wrong-credentials' || code === 'invalid-entry'
  return protocol.provesDevice === true && isRefused
}
