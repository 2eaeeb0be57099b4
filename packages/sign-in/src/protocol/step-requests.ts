import type { Next } from './next.ts'
import type { Operation } from './operation.ts'
import type { SignInContext } from './sign-in-context.ts'
import type { ChallengeResponses } from './wire.ts'

/** What a step may send, and what it may use for that. */
export interface StepRequests<Challenge, Source> {
  /**
   * One request on the Session of this step. The Session goes in, and the one that comes back is kept.
   * An output that is done (by default, each one) is kept as well: trying again does not send twice.
   */
  call: <Input extends { Session?: string | undefined }, Output extends { Session?: string }>(
    operation: Operation<Input, Output>,
    input: Omit<Input, 'Session'>,
    isDone?: (output: Output) => boolean,
  ) => Promise<Output>
  /** RespondToAuthChallenge. Rejects with `AuthError('session-expired')` where the step timed out meanwhile. */
  respond: (responses: ChallengeResponses) => Promise<Next>
  /** InitiateAuth, for this user. */
  start: (credentials: { username: string; password?: string }) => Promise<Next>
  /** Starts again and gives the answers that were given, up to this step. */
  replay: () => Promise<Next>
  challenge: Challenge
  source: Source
  context: SignInContext
}
