import type { AuthError } from './auth-error.ts'

/**
 * The phase goes from `asked` to `answering`. A refused answer makes it `rejected`, and the user can answer
 * again.
 */
export type ChallengePhase =
  | { phase: 'asked'; error?: never }
  | { phase: 'answering'; error?: never }
  | { phase: 'rejected'; error: AuthError }

/** A challenge on screen: what is asked, the phase of the answer, and the functions that answer or leave it. */
export type ChallengeState<Challenge, Answer> = Challenge &
  ChallengePhase & {
    /**
     * The number of the step. It is the same for a retry and one more for a new step. Use it as the React
     * `key`.
     */
    round: number
    /** How many wrong answers this step has had. */
    tries: number
    /** The username as the user typed it. Password managers need it in the form. */
    username: string
    /**
     * When the service stops accepting an answer: milliseconds since the epoch. See
     * `docs/cognito.md#sessions`.
     */
    expiresAt?: number
    /** Sends another code. Missing if the step has no code to send. See `docs/cognito.md#codes`. */
    resend?: ResendCode
    /** Sends the answer. Never rejects: after a refused answer, `phase` is `rejected` and `error` is set. */
    respond: (answer: Answer) => Promise<void>
    /** Goes back to the choice of sign-in methods. Missing if there is no such choice. Never rejects. */
    chooseMethod?: () => Promise<void>
    /** Goes back to SIGN_IN and keeps the username. */
    restart: () => void
  }

/** Sends another code. Never rejects. A call before `readyAt` does nothing. */
export interface ResendCode {
  (): Promise<void>
  /** When the next call sends a code: milliseconds since the epoch. */
  readonly readyAt: number
  /** How many times this step has sent another code. */
  readonly count: number
}
