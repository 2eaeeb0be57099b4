/** The service's clock, as far as its answers tell. The proof of a password holds the time. */
export interface ServerClock {
  /** Takes an answer's `Date` header: milliseconds since the epoch. */
  hear: (date: number) => void
  now: () => Date
  /** Whether the service's clock and the one in use are more than two minutes apart. */
  isOff: () => boolean
  /** Uses the service's clock from now on. */
  trust: () => void
  /** Uses this device's clock again. */
  distrust: () => void
}

const toleratedMs = 120_000

export function createServerClock(): ServerClock {
  let measuredOffsetMs = 0
  let usedOffsetMs = 0
  return {
    hear: (date) => {
      measuredOffsetMs = date - Date.now()
    },
    now: () => new Date(Date.now() + usedOffsetMs),
    isOff: () => Math.abs(measuredOffsetMs - usedOffsetMs) > toleratedMs,
    trust: () => {
      usedOffsetMs = measuredOffsetMs
    },
    distrust: () => {
      usedOffsetMs = 0
    },
  }
}
