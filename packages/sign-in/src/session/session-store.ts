import { createStore, type WritableStore } from '../protocol/store.ts'
import type { AuthSession } from './auth-session.ts'

/** Who is signed in. It outlives every sign-in: months, and all tabs. */
export type SessionState =
  /** Not known yet. */
  | { status: 'restoring'; session: null }
  | { status: 'signed-out'; session: null }
  | { status: 'signed-in'; session: AuthSession }

export interface SessionStore extends WritableStore<SessionState> {
  /** Shows a session that is complete. The one before it ends, and is revoked. */
  begin: (session: AuthSession) => void
  /** Shows that this session is over, if it is the one that is shown. */
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
