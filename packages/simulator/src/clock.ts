export interface SimulatorClock {
  /** Milliseconds. */
  now: () => number
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
