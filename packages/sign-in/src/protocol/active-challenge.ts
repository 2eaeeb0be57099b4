import type { AuthError } from './auth-error.ts'

/** asked → answering → rejected → answering → … until Cognito asks for something else. */
export type ChallengePhase =
  | { phase: 'asked'; error?: never }
  | { phase: 'answering'; error?: never }
  | { phase: 'rejected'; error: AuthError }

/** A challenge on screen: what is asked, how the answer is faring, and the way to give one. */
export type ChallengeState<Challenge, Answer> = Challenge &
  ChallengePhase & {
    /** Which ask this is, so that a further step starts from an empty form and a retry does not. */
    round: number
    /** Wrong answers to this ask so far. */
    tries: number
    /** Who is signing in, for password managers and for "not you?". */
    username: string
    /** When the service lets go of this step: milliseconds since the epoch. */
    expiresAt?: number
    /** Sends another code, where the service delivers one and the sign-in can be begun again. */
    resend?: ResendCode
    /** Resolves either way: a refused answer comes back as `phase: 'rejected'`. */
    respond: (answer: Answer) => Promise<void>
    /** Back to the choice of ways to sign in, where there is one. */
    chooseMethod?: () => Promise<void>
    /** Back to the start, with the username kept. */
    restart: () => void
  }

export interface ResendCode {
  (): Promise<void>
  /** When the next press counts: milliseconds since the epoch. Earlier ones do nothing. */
  readonly readyAt: number
  /** Codes sent again in this step so far. */
  readonly count: number
}
