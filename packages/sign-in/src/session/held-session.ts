import type { AuthError } from '../protocol/auth-error.ts'
import type { AuthSession } from './auth-session.ts'
import type { SessionRecord } from './session-record.ts'
import type { TokenLifetime } from './token-lifetime.ts'

/** A session with its tokens and refresh state. An app gets the session only. */
export interface HeldSession {
  session: AuthSession
  record: SessionRecord
  lifetime: TokenLifetime
  /** Aborts when the session ends. */
  readonly controller: AbortController
  /** Whether the record is in the storage, where a reload and other tabs find it. */
  isStored: boolean
  refreshing: Promise<void> | undefined
  /** When refreshes were sent: milliseconds since the epoch. */
  readonly sends: number[]
  failures: number
  lastError: AuthError | undefined
  /** No refresh is sent before this time: milliseconds since the epoch. */
  pausedUntil: number
  /** Whether an unknown refusal has been seen. It is tried once more before the session ends. */
  refusedBefore: boolean
}

export function isOver({ controller }: HeldSession): boolean {
  return controller.signal.aborted
}

export function isDue({ lifetime }: HeldSession): boolean {
  return lifetime.dueInMs() === 0
}
