import type { Client } from '../client/create-client.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { WritableStore } from '../protocol/store.ts'
import type { AuthenticationResult } from '../protocol/wire.ts'
import type {
  AuthSession,
  AuthTokens,
  SignOutOptions,
  SignOutResult,
  TokensOptions,
} from './auth-session.ts'
import { type HeldSession, isDue, isOver } from './held-session.ts'
import { readUser } from './read-user.ts'
import type { Refresher } from './refresh-session.ts'
import type { RegisterPasskey } from './register-passkey.ts'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'
import { isNewer, type SessionRecord, toRecord } from './session-record.ts'
import { signedOut, type SessionState } from './session-state.ts'
import { openTabChannel, type TabChannel } from './tab-channel.ts'
import { measureLifetime } from './token-lifetime.ts'
import type { SessionRecords } from './token-storage.ts'

export interface SessionsOptions {
  clientId: string
  store: WritableStore<SessionState>
  records: SessionRecords
  loadClient: () => Promise<Client>
  registerPasskey: RegisterPasskey
  /** More origins to which tokens may be sent. The origin of the page is always allowed. */
  apiOrigins: readonly string[]
  /** The `fetch` of `session.fetch`. */
  fetch: typeof globalThis.fetch
  onNotice: (notice: AuthError) => void
  /** Called first when a session ends, with the username as it was typed. */
  onEnd: (username: string) => void
  onRefresh: () => void
}

export interface Sessions {
  /** Restores the stored session, with at most one refresh. Resolves when the state is known. */
  restore: () => Promise<void>
  /**
   * Makes a session of the tokens of a sign-in. It is not shown before `begin`.
   * Throws `AuthError('bad-answer')` if the ID token is not a JWT.
   */
  open: (tokens: AuthenticationResult, username: string) => OpenedSession
  /** Shows a session. The previous one ends and is revoked. */
  begin: (opened: OpenedSession) => void
}

export interface OpenedSession {
  session: AuthSession
  /** Aborts when the session ends. */
  signal: AbortSignal
}

const signOutMs = 5000
const minTimerMs = 1000
const maxTimerMs = 3_600_000

/** Keeps one session at a time: its record, its state and its refreshes. */
export function createSessions(options: SessionsOptions): Sessions {
  const { clientId, store, records, loadClient, onNotice } = options
  const held = new WeakMap<AuthSession, HeldSession>()
  let current: HeldSession | undefined
  let channel: TabChannel | undefined
  let refresher: Refresher | undefined
  let signOutChunks: Promise<[typeof import('./revoke-session.ts'), Client]> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isListening = false
  /** The access token of the session that has ended here last. */
  let endedToken: string | undefined
  /** After another user has signed in in another tab, this page does not follow until it signs in itself. */
  let ignoresOthers = false

  function hold(record: SessionRecord, isStored: boolean): HeldSession {
    const one: HeldSession = {
      // Set below, because the session calls functions that need this object.
      session: undefined as never,
      record,
      lifetime: measureLifetime(record),
      controller: new AbortController(),
      isStored,
      refreshing: undefined,
      sends: [],
      failures: 0,
      lastError: undefined,
      pausedUntil: 0,
      refusedBefore: false,
    }
    one.session = toSession(one)
    return one
  }

  function toSession(one: HeldSession): AuthSession {
    let registration: Promise<void> | undefined
    const session: AuthSession = {
      user: readUser(one.record.idToken),
      tokens: (how) => tokensOf(one, how),
      async fetch(input, init) {
        const { sessionFetch } = await import('./session-fetch.ts')
        return sessionFetch(session, options, input, init)
      },
      signOut: (how) => signOut(one, how),
      registerPasskey() {
        // A second call while the first is running does not make a second passkey.
        registration ??= register(one).finally(() => (registration = undefined))
        return registration
      },
    }
    held.set(session, one)
    return session
  }

  async function register({ record, controller: { signal } }: HeldSession) {
    const { username, accessToken } = record
    await options.registerPasskey({ username, accessToken, signal })
  }

  async function tokensOf(
    one: HeldSession,
    { forceRefresh = false }: TokensOptions = {},
  ): Promise<AuthTokens> {
    if ((forceRefresh || isDue(one)) && !isOver(one)) {
      await refresh(one).catch((error: unknown) => {
        // After a failed refresh, a token that is still valid is returned.
        if (forceRefresh || isOver(one) || one.lifetime.remainingMs() === 0) throw error
      })
    }
    if (isOver(one)) throw new AuthError('cancelled', { sent: 'no' })
    const { accessToken, idToken, refreshToken } = one.record
    const expiresAt = Date.now() + one.lifetime.remainingMs()
    return { accessToken, idToken, refreshToken, expiresAt }
  }

  /** Refreshes the tokens, one request at a time. Rejects with `AuthError`. */
  function refresh(one: HeldSession): Promise<void> {
    // Read at once: another tab may refresh while the chunk is loaded.
    const { accessToken } = one.record
    one.refreshing ??= loadRefresher()
      .then((refreshOnce) => refreshOnce(one, accessToken))
      .finally(() => {
        one.refreshing = undefined
        schedule()
      })
    return one.refreshing
  }

  async function loadRefresher(): Promise<Refresher> {
    const chunk = await import('./refresh-session.ts').catch(() => {
      throw new AuthError('network', { sent: 'no' })
    })
    refresher ??= chunk.createRefresher({
      clientId,
      records,
      loadClient,
      keep,
      adopt,
      end,
      synchronize,
      onRefresh() {
        announce()
        options.onRefresh()
      },
    })
    return refresher
  }

  function announce() {
    channel?.announce()
  }

  /** Replaces the tokens by newer ones of the same session. */
  function adopt(one: HeldSession, record: SessionRecord) {
    const isSameUser = sameClaims(one.record, record)
    one.record = record
    one.lifetime = measureLifetime(record)
    one.failures = 0
    one.lastError = undefined
    one.pausedUntil = 0
    one.refusedBefore = false
    if (isSameUser) return
    one.session = toSession(one)
    if (one === current) store.setState({ status: 'signed-in', session: one.session })
  }

  async function keep(one: HeldSession, record: SessionRecord) {
    one.isStored = await records.write(record)
    if (!one.isStored && records.isKept) onNotice(new AuthError('storage', { sent: 'yes' }))
  }

  function begin({ session }: OpenedSession) {
    const one = held.get(session)
    if (!one || isOver(one)) return
    const previous = current
    ignoresOthers = false
    listen()
    show(one)
    void keep(one, one.record).then(announce)
    prepareSignOut().catch(() => {})
    if (previous) void previous.session.signOut()
  }

  function show(one: HeldSession) {
    current = one
    store.setState({ status: 'signed-in', session: one.session })
    schedule()
  }

  /** Ends the session in this page, removes the record and tells the other tabs. */
  function end(one: HeldSession, reason: SessionEndReason) {
    one.controller.abort()
    if (one !== current) return
    current = undefined
    clearTimeout(timer)
    options.onEnd(one.record.username)
    store.setState({ status: 'signed-out', session: null, reason })
    if (reason === 'signed-out-elsewhere' || reason === 'account-switched') return
    endedToken = one.record.accessToken
    void removeRecord()
  }

  async function removeRecord() {
    const isRemoved = await records.remove()
    if (!isRemoved && records.isKept) onNotice(new AuthError('storage', { sent: 'yes' }))
    announce()
  }

  async function signOut(
    one: HeldSession,
    { everywhere = false }: SignOutOptions = {},
  ): Promise<SignOutResult> {
    if (isOver(one)) return { atService: 'none' }
    end(one, 'signed-out')
    if (!everywhere && !one.record.refreshToken) return { atService: 'none' }
    return settled(signOutAtService(one, everywhere))
  }

  async function signOutAtService(one: HeldSession, everywhere: boolean) {
    const [{ revoke, signOutEverywhere }, client] = await prepareSignOut()
    if (everywhere) await signOutEverywhere(client, clientId, one)
    else await revoke(client, clientId, one.record.refreshToken ?? '')
  }

  /**
   * Loads what a sign-out needs. Called early: a page that is left right after the sign-out still sends what
   * it can send without waiting for a chunk.
   */
  function prepareSignOut() {
    signOutChunks ??= Promise.all([import('./revoke-session.ts'), loadClient()])
    signOutChunks.catch(() => (signOutChunks = undefined))
    return signOutChunks
  }

  /** Reads the record again: another tab has changed it, or this page is back in use. */
  async function synchronize() {
    const stored = await records.read()
    if (stored === 'newer' || stored === 'failed') return
    // A storage that could not remove the record does not sign the user in again.
    if (stored && stored.accessToken === endedToken) return
    if (!stored) {
      if (current?.isStored) end(current, 'signed-out-elsewhere')
    } else if (!current) {
      if (store.getState().status === 'signed-out' && !ignoresOthers) show(hold(stored, true))
    } else if (stored.userId !== current.record.userId) {
      ignoresOthers = true
      end(current, 'account-switched')
    } else if (isNewer(stored, current.record)) {
      adopt(current, stored)
      schedule()
    }
  }

  async function restore() {
    const stored = await records.read()
    if (store.getState().status !== 'restoring') return
    listen()
    if (stored === 'newer') onNotice(new AuthError('storage', { sent: 'no' }))
    if (typeof stored !== 'object') return store.setState(signedOut)
    const one = hold(stored, true)
    current = one
    // The session stays after errors that say nothing about it, e.g. of the network.
    if (one.lifetime.remainingMs() === 0) await refresh(one).catch(() => {})
    if (one === current && store.getState().status === 'restoring') show(one)
  }

  /** Plans a refresh before the tokens expire. A hidden page refreshes only when the tokens are needed. */
  function schedule() {
    clearTimeout(timer)
    const one = current
    const { document } = globalThis as Partial<typeof globalThis>
    if (!one || document?.visibilityState !== 'visible') return
    // A token that is due stays due if it cannot be refreshed: the timer must not fire all the time.
    const ms = isDue(one)
      ? Math.max(one.pausedUntil - Date.now(), minTimerMs)
      : one.lifetime.dueInMs()
    timer = setTimeout(
      () => (isDue(one) ? void refresh(one).catch(() => {}) : schedule()),
      // Browsers fire a timer of more than 24 days at once.
      Math.min(ms, maxTimerMs),
    )
  }

  function listen() {
    if (isListening) return
    isListening = true
    if (records.isShared) channel = openTabChannel(records.key, () => void synchronize())
    const page = globalThis as Partial<typeof globalThis>
    page.document?.addEventListener('visibilitychange', schedule)
    page.addEventListener?.('online', () => {
      if (current && !current.refusedBefore) current.pausedUntil = 0
      schedule()
    })
  }

  return {
    restore,
    begin,
    open(tokens, username) {
      const { session, controller } = hold(toRecord(tokens, { username }), false)
      return { session, signal: controller.signal }
    },
  }
}

/** Whether a refresh has not changed the claims that an app can show. */
function sameClaims(one: SessionRecord, other: SessionRecord): boolean {
  const [before, after] = [one, other].map(({ idToken }) => {
    const { iat: _, exp: __, jti: ___, event_id: ____, ...claims } = readUser(idToken).claims
    return JSON.stringify(claims)
  })
  return before === after
}

/** Resolves within five seconds. */
async function settled(request: Promise<unknown>): Promise<SignOutResult> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<SignOutResult>((resolve) => {
    timer = setTimeout(resolve, signOutMs, { atService: 'failed' })
  })
  const answer = request.then(
    (): SignOutResult => ({ atService: 'revoked' }),
    (): SignOutResult => ({ atService: 'failed' }),
  )
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer))
}
