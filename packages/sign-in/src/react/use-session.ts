'use client'

import { useAuthChallenge } from './use-auth-challenge.ts'
import type { AuthSession, AuthUser } from '../session/auth-session.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'

export type UseSessionReturn =
  /** The session is being restored: on a server, and in a page that has just loaded. */
  | { status: 'restoring'; session: null; user: null; reason?: never }
  /** `reason`: why the previous session ended, if there was one. */
  | { status: 'signed-out'; session: null; user: null; reason?: SessionEndReason }
  | { status: 'signed-in'; session: AuthSession; user: AuthUser; reason?: never }

/** Returns who is signed in. Narrow on `status`. Throws an `Error` without an `AuthProvider` above. */
export function useSession(): UseSessionReturn {
  const { status, session, reason } = useAuthChallenge()
  if (status === 'signed-in') return { status, session, user: session.user }
  return { status, session, user: null, ...(reason && { reason }) } as UseSessionReturn
}
