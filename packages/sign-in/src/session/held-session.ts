import type { AuthError } from '../protocol/auth-error.ts'
import type { AuthSession } from './auth-session.ts'
import type { SessionRecord } from './session-record.ts'
import type { TokenLifetime } from './token-lifetime.ts'

/** A session, and what must not be reached from it. */
export interface HeldSession {
  session: AuthSession
  record: SessionRecord
  lifetime: TokenLifetime
  /** Aborts when the session ends. */
  readonly controller: AbortController
  /** Whether the record is where a reload and other tabs find it. */
  isStored: boolean
  refreshing: Promise<void> | undefined
  /** Refreshes sent, in milliseconds since the epoch. */
  readonly sends: number[]
  failures: number
  lastError: AuthError | undefined
  /** Milliseconds since the epoch: no refresh is sent before. */
  pausedUntil: number
  /** An unclassified refusal is asked once more. */
  refusedBefore: boolean
}

export function isOver({ controller }: HeldSession): boolean {
  return controller.signal.aborted
}

export function isDue({ lifetime }: HeldSession): boolean {
  return lifetime.dueInMs() === 0
}
