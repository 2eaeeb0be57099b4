// Decides what follows a reply, a refusal or a replay. Pure functions; `drive.ts` acts on the result.
import { protocolFor } from '../challenges/challenge.ts'
import type { ChallengePhase } from '../protocol/active-challenge.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { AnyProtocol } from '../protocol/challenge-protocol.ts'
import type { Opaque } from '../protocol/opaque.ts'
import type { AuthenticationResult, AuthResponse } from '../protocol/wire.ts'
import { openChallenge, type ReplyContext } from './open-challenge.ts'
import type { PendingChallenge } from './pending-challenge.ts'
import { finalError, type RetryFacts, type RetryReason, shouldRetry } from './retry-policy.ts'

export type AfterReply =
  | { kind: 'tokens'; tokens: AuthenticationResult }
  | { kind: 'challenge'; pending: PendingChallenge; phase: ChallengePhase }

/** After a response of the service. Throws `AuthError('bad-answer')` like `openChallenge`. */
export function afterReply(reply: AuthResponse, context: ReplyContext): AfterReply {
  if (reply.AuthenticationResult) return { kind: 'tokens', tokens: reply.AuthenticationResult }
  const pending = openChallenge(reply, context)
  if (!pending.repeated) return { kind: 'challenge', pending, phase: { phase: 'asked' } }
  const { ChallengeName: step = '' } = reply
  const error = new AuthError('code-wrong', { step, challengeKept: true, sent: 'yes' })
  return { kind: 'challenge', pending, phase: { phase: 'rejected', error } }
}

export interface Refusal extends RetryFacts {
  hasOtherMethods: boolean
}

export type AfterRefusal =
  | { kind: 'retry'; reason: RetryReason }
  | { kind: 'choose-method'; error: AuthError }
  | { kind: 'stay'; error: AuthError }
  | { kind: 'end'; error: AuthError }

/** After a refusal: the sign-in starts again, goes to the choice of method, stays, or ends. */
export function afterRefusal(refusal: Refusal): AfterRefusal {
  const reason = shouldRetry(refusal)
  if (reason) return { kind: 'retry', reason }
  const { error, hasOtherMethods, protocol } = refusal
  if (error.recovery === 'choose-other' && hasOtherMethods) return { kind: 'choose-method', error }
  return stayOrEnd(finalError(refusal), protocol)
}

/** The challenge stays on screen if the service still accepts an answer and the user can give one. */
export function stayOrEnd(
  error: AuthError,
  { automatic, startsSignIn }: Pick<AnyProtocol, 'automatic' | 'startsSignIn'>,
): Extract<AfterRefusal, { kind: 'stay' | 'end' }> {
  if (error.details.challengeKept && !automatic && !startsSignIn) return { kind: 'stay', error }
  const ended = new AuthError(error.code, { ...error.details, challengeKept: false })
  return { kind: 'end', error: ended }
}

export type ReplayStep =
  | { kind: 'answer'; answer: Opaque }
  | { kind: 'automatic' }
  | { kind: 'stop' }

/**
 * What a replay does with a challenge: it sends the kept answer, or lets the challenge answer itself. It stops
 * at the challenge `until`, and where only the user can answer. Without `until` it also stops at a challenge
 * that answers itself, because a refusal of that challenge must count as its own and not as one of the replay.
 */
export function duringReplay(
  { response, name }: Pick<PendingChallenge, 'response' | 'name'>,
  answers: ReadonlyMap<string, Opaque>,
  until?: string,
): ReplayStep {
  if (until !== undefined && response?.ChallengeName === until) return { kind: 'stop' }
  const answer = answers.get(name)
  if (answer !== undefined) return { kind: 'answer', answer }
  return { kind: until !== undefined && protocolFor(name).automatic ? 'automatic' : 'stop' }
}

/**
 * Whether a kept answer is still good after an answer to `accepted` has set a new password. Answers that
 * contain the old password are not.
 */
export function keepsAnswer(name: string, answer: Opaque, accepted: AnyProtocol): boolean {
  return name === accepted.name || protocolFor(name).password?.(answer) === undefined
}
