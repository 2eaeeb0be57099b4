import type { ActiveChallenge } from '../challenges/challenge.ts'
import type { FirstAnswer } from '../challenges/first-step.ts'
import type { AuthSession } from '../session/auth-session.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'

/**
 * The state of the session and of the sign-in. Narrow on `status` and on `challenge.name`.
 * A signed-out state always has a challenge; the first one is SIGN_IN.
 */
export type AuthState =
  /** The session is being restored. */
  | { status: 'restoring'; challenge: null; session: null; reason?: never }
  /** `reason`: why the previous session ended, if there was one. */
  | { status: 'signed-out'; challenge: ActiveChallenge; session: null; reason?: SessionEndReason }
  /** `challenge` is a second sign-in. The session stays until that is complete. */
  | { status: 'signed-in'; challenge: ActiveChallenge | null; session: AuthSession; reason?: never }

/** The answer to SIGN_IN: a username and, for flows that need it, a password. */
export type Credentials = FirstAnswer

/** What an app can do apart from answering the challenge. */
export interface AuthActions {
  /**
   * Begins a new sign-in and ends the current one. With credentials it answers SIGN_IN at once. Without
   * them it shows SIGN_IN, also to a signed-in user. Never rejects: the state has the result.
   */
  signIn: (credentials?: Credentials) => Promise<void>
  /** Ends the current sign-in and aborts its requests. Keeps the username and the session. */
  restart: () => void
}
