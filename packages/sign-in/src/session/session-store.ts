import { createStore, type WritableStore } from '../protocol/store.ts'
import type { AuthSession } from './auth-session.ts'

/** Who is signed in. */
export type SessionState =
  /** The stored session is being read. */
  | { status: 'restoring'; session: null }
  | { status: 'signed-out'; session: null }
  | { status: 'signed-in'; session: AuthSession }

export interface SessionStore extends WritableStore<SessionState> {
  /** Shows a new session. The previous one ends and is revoked. */
  begin: (session: AuthSession) => void
  /** Shows `signed-out` if this session is the current one. */
  end: (session: AuthSession) => void
}

export function createSessionStore(): SessionStore {
  const store = createStore<SessionState>(signedOut)
  return {
    ...store,
    begin(session) {
      const { session: previous } = store.getState()
      store.setState({ status: 'signed-in', session })
      void previous?.signOut()
    },
    end(session) {
      if (store.getState().session === session) store.setState(signedOut)
    },
  }
}

const signedOut: SessionState = { status: 'signed-out', session: null }
