export interface Store<State> {
  getState: () => State
  /** Returns what takes the listener away again. */
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
          // An error of one listener stops neither the others nor the sign-in.
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
