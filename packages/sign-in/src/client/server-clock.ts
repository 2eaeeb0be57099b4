/**
 * The clock of the service, measured by the `Date` headers. See
 * `docs/cognito.md#password-verifier-timestamp`.
 */
export interface ServerClock {
  /** @param date The `Date` header of an answer: milliseconds since the epoch. */
  measure: (date: number) => void
  now: () => Date
  /** Whether `now()` differs from the clock of the service by more than two minutes. */
  isOff: () => boolean
  /** Makes `now()` follow the clock of the service. */
  trust: () => void
  /** Makes `now()` follow the clock of this device again. */
  distrust: () => void
}

const maxDifferenceMs = 120_000

export function createServerClock(): ServerClock {
  let measuredOffsetMs = 0
  let usedOffsetMs = 0
  return {
    measure: (date) => {
      measuredOffsetMs = date - Date.now()
    },
    now: () => new Date(Date.now() + usedOffsetMs),
    isOff: () => Math.abs(measuredOffsetMs - usedOffsetMs) > maxDifferenceMs,
    trust: () => {
      usedOffsetMs = measuredOffsetMs
    },
    distrust: () => {
      usedOffsetMs = 0
    },
  }
}
