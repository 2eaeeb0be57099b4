export interface Clock {
  /** Milliseconds. */
  now: () => number
  advance: (seconds: number) => void
}

export interface ResettableClock extends Clock {
  reset: () => void
}

export function createClock(base: () => number = Date.now): ResettableClock {
  let ahead = 0

  return {
    now: () => base() + ahead,
    advance(seconds) {
      ahead += seconds * 1000
    },
    reset() {
      ahead = 0
    },
  }
}
