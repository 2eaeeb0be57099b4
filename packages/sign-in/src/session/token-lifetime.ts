import type { SessionRecord } from './session-record.ts'

/** The remaining lifetime of an access token. */
export interface TokenLifetime {
  /** Until it expires, in milliseconds. 0 if it has expired. */
  remainingMs: () => number
  /** Until it should be refreshed, in milliseconds. 0 means now. */
  dueInMs: () => number
}

const maxMarginMs = 60_000
const minLifetimeMs = 60_000

/**
 * The age of the tokens is measured by the monotonic clock and by the wall clock; the larger value counts. The
 * monotonic clock is right if the user changes the time, the wall clock if the device sleeps. A record from
 * the storage has the wall clock only. A record from the future counts as expired.
 */
export function measureLifetime({
  receivedAt,
  lifetimeMs,
}: Pick<SessionRecord, 'receivedAt' | 'lifetimeMs'>): TokenLifetime {
  // At most one refresh per minute, also if ExpiresIn is very short.
  const totalMs = Math.max(lifetimeMs, minLifetimeMs)
  const marginMs = Math.min(maxMarginMs, totalMs - minLifetimeMs, totalMs / 10)
  const openedAt = performance.now()
  const ageAtOpen = Date.now() - receivedAt

  function remainingMs(): number {
    const elapsed = Math.max(ageAtOpen + performance.now() - openedAt, Date.now() - receivedAt)
    const isFromFuture = ageAtOpen < -minLifetimeMs
    return isFromFuture ? 0 : Math.max(0, totalMs - elapsed)
  }

  return { remainingMs, dueInMs: () => Math.max(0, remainingMs() - marginMs) }
}
