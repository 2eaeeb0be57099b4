import type { ActiveChallenge } from '../challenges/challenge.ts'
import { createStore, type Store } from '../protocol/store.ts'
import type { SessionState } from '../session/session-state.ts'
import type { AuthState } from './auth-state.ts'

export interface AuthStore extends Store<AuthState> {
  /** Runs a change of both stores and calls the listeners once. */
  together: (change: () => void) => void
}

/** Combines the session and the challenge on screen into one state. */
export function createAuthStore(
  sessions: Store<SessionState>,
  challenges: Store<ActiveChallenge | null>,
): AuthStore {
  const store = createStore(read())
  let isChanging = false

  /** The cast is safe: each store only holds values of its part of the union. */
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
