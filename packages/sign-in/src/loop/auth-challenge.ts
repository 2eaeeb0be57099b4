import type { ActiveChallenge } from '../challenges/challenge.ts'
import type { AuthError } from '../protocol/auth-error.ts'
import type { AuthSession } from './session.ts'

/** Where a sign-in stands. Narrow on `status`. `username` is what was typed last. */
export type AuthChallenge = { username: string } & (
  | { status: 'idle'; challenge?: never; session?: never; error?: never }
  | { status: 'starting'; challenge?: never; session?: never; error?: never }
  | { status: 'challenged'; challenge: ActiveChallenge; session?: never; error?: never }
  | { status: 'signed-in'; challenge?: never; session: AuthSession; error?: never }
  | { status: 'failed'; challenge?: never; session?: never; error: AuthError }
)

export interface Credentials {
  username: string
  /** For the flows that begin with one. Sent to the letter. */
  password?: string
}

export interface AuthChallengeActions {
  /** Begins a sign-in, and drops one under way. Resolves either way: look at the state. */
  signIn: (credentials: Credentials) => Promise<void>
  /** Forgets the sign-in under way, and whatever of it is in flight; keeps the username. */
  restart: () => void
}
