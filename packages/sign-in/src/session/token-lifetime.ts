import type { SessionRecord } from './session-record.ts'

/** How long an access token is still good for, whatever the clock does. */
export interface TokenLifetime {
  /** Milliseconds; 0 once it has expired. */
  remainingMs: () => number
  /** When it should be refreshed before it is used again. Milliseconds; 0 if now. */
  dueInMs: () => number
}

const maxMarginMs = 60_000
const minLifetimeMs = 60_000

/**
 * Measured from receipt by the monotonic clock, and by the wall clock, which also goes on while a device
 * sleeps: whichever says more. A record that was read from storage has the wall clock only; one from the
 * future is not trusted.
 */
export function measureLifetime({
  receivedAt,
  lifetimeMs,
}: Pick<SessionRecord, 'receivedAt' | 'lifetimeMs'>): TokenLifetime {
  // At most one refresh a minute, whatever the service says.
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
