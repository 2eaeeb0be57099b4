import type { ActiveChallenge } from '../challenges/challenge.ts'
import { createStore, type Store } from '../protocol/store.ts'
import type { SessionState } from '../session/session-state.ts'
import type { AuthState } from './auth-state.ts'

export interface AuthStore extends Store<AuthState> {
  /** Changes both stores, and tells the listeners once. */
  together: (change: () => void) => void
}

/** The session and the challenge on screen as one state. */
export function createAuthStore(
  sessions: Store<SessionState>,
  challenges: Store<ActiveChallenge | null>,
): AuthStore {
  const store = createStore(read())
  let isChanging = false

  /** Each store keeps to its side of the union: here both sides are put together. */
  function read(): AuthState {
    return { ...sessions.getState(), challenge: challenges.getState() } as AuthState
  }

  function publish() {
    if (isChanging) return
    const next = read()
    const { status, session, challenge } = store.getState()
    const isSame =
      next.status === status && next.session === session && next.challenge === challenge
    if (!isSame) store.setState(next)
  }

  sessions.subscribe(publish)
  challenges.subscribe(publish)

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    together(change) {
      isChanging = true
      try {
        change()
      } finally {
        isChanging = false
        publish()
      }
    },
  }
}
