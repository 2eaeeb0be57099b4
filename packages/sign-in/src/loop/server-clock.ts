/** The service's clock, as far as its answers tell. A proof of a password carries the time. */
export interface ServerClock {
  /** What an answer's `Date` header said: milliseconds since the epoch. */
  hear: (date: number) => void
  now: () => Date
  /** Whether the service's clock and the one gone by are more than two minutes apart. */
  isOff: () => boolean
  /** Goes by the service's clock from now on. */
  trust: () => void
  /** Goes by this device's clock again. */
  distrust: () => void
}

const tolerated = 120_000 // milliseconds

export function createServerClock(): ServerClock {
  let ahead = 0
  let trusted = 0
  return {
    hear: (date) => {
      ahead = date - Date.now()
    },
    now: () => new Date(Date.now() + trusted),
    isOff: () => Math.abs(ahead - trusted) > tolerated,
    trust: () => {
      trusted = ahead
    },
    distrust: () => {
      trusted = 0
    },
  }
}
