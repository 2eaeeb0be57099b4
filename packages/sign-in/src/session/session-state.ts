import type { AuthSession } from './auth-session.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'

/** Who is signed in. */
export type SessionState =
  /** The stored session is being read. */
  | { status: 'restoring'; session: null; reason?: never }
  /** `reason`: why the previous session ended, if there was one. */
  | { status: 'signed-out'; session: null; reason?: SessionEndReason }
  | { status: 'signed-in'; session: AuthSession; reason?: never }

export const restoring: SessionState = { status: 'restoring', session: null }
export const signedOut: SessionState = { status: 'signed-out', session: null }
