// A chunk: a page whose tokens are still valid does not load it.
import type { Client } from '../client/create-client.ts'
import { AuthError } from '../protocol/auth-error.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { AuthenticationResult } from '../protocol/wire.ts'
import { type HeldSession, isDue, isOver } from './held-session.ts'
import { afterRefreshFailure, askAgainMs, backOffMs, nextSendAt } from './refresh-policy.ts'
import { revoke } from './revoke-session.ts'
import { createSendRefresh } from './send-refresh.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'
import { isNewer, type SessionRecord, toRecord } from './session-record.ts'
import { withTabLock } from './tab-lock.ts'
import type { SessionRecords } from './token-storage.ts'

export interface RefresherOptions {
  clientId: string
  records: SessionRecords
  loadClient: () => Promise<Client>
  /** Stores new tokens. */
  keep: (one: HeldSession, record: SessionRecord) => Promise<void>
  /** Replaces the tokens by newer ones of the same session. */
  adopt: (one: HeldSession, record: SessionRecord) => void
  end: (one: HeldSession, reason: SessionEndReason) => void
  /** Reads the record again and follows what another tab has done. */
  synchronize: () => Promise<void>
  /** Called once new tokens are in use. */
  onRefresh: () => void
}

/**
 * Refreshes a session that had this access token, one tab at a time. Rejects with `AuthError`, also if the
 * session stays.
 */
export type Refresher = (one: HeldSession, accessToken: string) => Promise<void>

export function createRefresher(options: RefresherOptions): Refresher {
  const { clientId, records, loadClient, keep, adopt, end, synchronize, onRefresh } = options
  const sendRefresh = createSendRefresh(clientId, loadClient)

  async function refresh(one: HeldSession, accessToken: string) {
    if (!one.record.refreshToken) {
      if (one.lifetime.remainingMs() > 0) return
      end(one, 'expired')
      throw new AuthError('expired', { sent: 'no' })
    }
    const at = Math.max(one.pausedUntil, nextSendAt(one.sends, Date.now()))
    if (at > Date.now()) {
      one.pausedUntil = at
      throw one.lastError ?? new AuthError('throttled', { sent: 'no' })
    }
    if (!records.isShared) return send(one)
    await withTabLock(records.key, async () => {
      if (!(await isRefreshed(one, accessToken))) await send(one)
    })
  }

  async function send(one: HeldSession) {
    if (isOver(one)) throw new AuthError('cancelled', { sent: 'no' })
    one.sends.push(Date.now())
    const { accessToken } = one.record
    let tokens: AuthenticationResult
    try {
      tokens = await sendRefresh(one.record, one.controller.signal)
    } catch (cause) {
      return failed(one, toAuthError(cause), accessToken)
    }
    if (isOver(one) || !(await isStillStored(one))) return discard(one, tokens.RefreshToken)
    const record = toRecord(tokens, one.record)
    // Stored first: with rotation, the old refresh token is no longer valid (`docs/cognito.md#rotation`).
    await keep(one, record)
    if (isOver(one)) {
      const stored = await records.read()
      const isOurs = typeof stored === 'object' && stored.accessToken === record.accessToken
      if (isOurs) await records.remove()
      return discard(one, tokens.RefreshToken)
    }
    adopt(one, record)
    onRefresh()
  }

  /** Whether no other tab has signed the user out, or in as somebody else, in the meantime. */
  async function isStillStored(one: HeldSession): Promise<boolean> {
    if (!one.isStored || !records.isShared) return true
    const stored = await records.read()
    return typeof stored === 'object' ? stored.userId === one.record.userId : stored !== undefined
  }

  /** The session has ended during the request: the new tokens are revoked. */
  async function discard(one: HeldSession, refreshToken: string | undefined): Promise<never> {
    if (refreshToken) {
      void loadClient()
        .then((client) => revoke(client, clientId, refreshToken))
        .catch(() => {})
    }
    if (!isOver(one)) await synchronize()
    throw new AuthError('cancelled', { sent: 'yes' })
  }

  async function failed(one: HeldSession, error: AuthError, accessToken: string) {
    one.lastError = error
    const after = afterRefreshFailure(error, one)
    if (after.kind === 'end') {
      // Another tab may have refreshed meanwhile. Then its tokens are used and nothing is removed.
      if (await isRefreshed(one, accessToken)) return
      end(one, after.reason)
    } else {
      const asksAgain = after.kind === 'ask-again'
      one.failures += 1
      one.refusedBefore = asksAgain
      one.pausedUntil =
        Date.now() + (asksAgain ? askAgainMs : backOffMs(one.failures, Math.random()))
    }
    throw error
  }

  /**
   * Whether the session has newer tokens than this one. Uses the record of another tab if it is newer and of
   * the same user. It may be in use already, because the other tab has announced it.
   */
  async function isRefreshed(one: HeldSession, accessToken: string): Promise<boolean> {
    const stored = await records.read()
    if (typeof stored === 'object' && stored.userId === one.record.userId) {
      if (isNewer(stored, one.record)) adopt(one, stored)
    }
    return one.record.accessToken !== accessToken && !isDue(one)
  }

  return refresh
}
