/** A value that changes, and its listeners. */
export interface Store<State> {
  getState: () => State
  /** Calls the listener after each change. Returns a function that removes it. */
  subscribe: (listener: () => void) => () => void
}

export interface WritableStore<State> extends Store<State> {
  setState: (next: State) => void
}

export function createStore<State>(initial: State): WritableStore<State> {
  let state = initial
  const listeners = new Set<() => void>()

  return {
    getState: () => state,
    setState(next) {
      state = next
      for (const listener of listeners) {
        try {
          listener()
        } catch (cause) {
          // The other listeners and the sign-in go on.
          console.error(cause)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
