/** The clock by which Sessions, codes, tokens and lock-outs expire. */
export interface SimulatorClock {
  /** The simulator's time, in milliseconds since 1970. */
  now: () => number
  /** Moves the clock forward by so many seconds, or back by a negative number. */
  advance: (seconds: number) => void
}

export interface ResettableClock extends SimulatorClock {
  reset: () => void
}

export function createClock(now: () => number = Date.now): ResettableClock {
  let offsetMs = 0

  return {
    now: () => now() + offsetMs,
    advance(seconds) {
      offsetMs += seconds * 1000
    },
    reset() {
      offsetMs = 0
    },
  }
}
