import type { ActiveChallenge } from '../challenges/challenge.ts'
import type { FirstAnswer } from '../challenges/first-step.ts'
import type { AuthSession } from '../session/auth-session.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'

/**
 * Where a sign-in stands. Narrow on `status`, and on `challenge.name`.
 * While nobody is signed in there is always a challenge, SIGN_IN to begin with.
 */
export type AuthState =
  /** Not known yet who is signed in. */
  | { status: 'restoring'; challenge: null; session: null; reason?: never }
  /** `reason`: why the session before ended, where there was one. */
  | { status: 'signed-out'; challenge: ActiveChallenge; session: null; reason?: SessionEndReason }
  /** `challenge`: a second sign-in, which leaves the session alone until it is complete. */
  | { status: 'signed-in'; challenge: ActiveChallenge | null; session: AuthSession; reason?: never }

export type Credentials = FirstAnswer

export interface AuthActions {
  /**
   * Begins a sign-in, and drops one under way. With credentials it answers SIGN_IN at once; without, it
   * shows it, also to a user who is signed in. Resolves either way: look at the state.
   */
  signIn: (credentials?: Credentials) => Promise<void>
  /** Drops the sign-in under way, and whatever of it is in flight. Keeps the username, and a session. */
  restart: () => void
}
