import type { Next } from './next.ts'
import type { Operation } from './operation.ts'
import type { SignInContext } from './sign-in-context.ts'
import type { ChallengeResponses } from './wire.ts'

/** The requests that a step may send, and the data that it may use. */
export interface StepRequests<Challenge, Source> {
  /**
   * Sends one request with the Session of this step and keeps the Session of the answer. If `isDone`
   * returns true (the default), the output is kept, and a second call does not send the request again.
   */
  call: <Input extends { Session?: string | undefined }, Output extends { Session?: string }>(
    operation: Operation<Input, Output>,
    input: Omit<Input, 'Session'>,
    isDone?: (output: Output) => boolean,
  ) => Promise<Output>
  /**
   * Sends RespondToAuthChallenge. Rejects with `AuthError`: `session-expired` if the step has timed out
   * meanwhile.
   */
  respond: (responses: ChallengeResponses) => Promise<Next>
  /** Sends InitiateAuth for this user. Rejects with `AuthError`. */
  start: (credentials: { username: string; password?: string }) => Promise<Next>
  /** Starts the sign-in again and sends the kept answers up to this step. Rejects with `AuthError`. */
  replay: () => Promise<Next>
  challenge: Challenge
  source: Source
  context: SignInContext
}
