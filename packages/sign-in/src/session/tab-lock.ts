import { AuthError } from '../protocol/auth-error.ts'

const deadlineMs = 8000
// Longer than a refresh takes at most.
const leaseMs = 20_000
const settleMs = 50

/**
 * Runs the work in one tab at a time. Rejects with `AuthError('timeout')` if another tab keeps the lock for
 * 8 seconds. Without Web Locks it uses a lease in `localStorage`: two tabs at once are then unlikely, but
 * possible.
 */
export async function withTabLock(name: string, work: () => Promise<void>): Promise<void> {
  const { navigator } = globalThis as { navigator?: Partial<Navigator> }
  if (!navigator?.locks) return withLease(name, work)
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), deadlineMs)
  let isHeld = false
  try {
    await navigator.locks.request(name, { signal: waiting.signal }, async () => {
      isHeld = true
      clearTimeout(timer)
      await work()
    })
  } catch (cause) {
    if (isHeld) throw cause
    if (waiting.signal.aborted) throw new AuthError('timeout', { sent: 'no' })
    // Some pages may not use Web Locks, e.g. sandboxed ones.
    return withLease(name, work)
  } finally {
    clearTimeout(timer)
  }
}

async function withLease(name: string, work: () => Promise<void>): Promise<void> {
  const key = `${name}.lease`
  // Not `crypto.randomUUID`: it is missing where Web Locks are.
  const owner = `${Date.now()}.${Math.random()}`
  const giveUpAt = Date.now() + deadlineMs
  while (!(await takeLease(key, owner))) {
    if (Date.now() > giveUpAt) throw new AuthError('timeout', { sent: 'no' })
    await pause(settleMs * (1 + Math.random()))
  }
  try {
    await work()
  } finally {
    if (readLease(key).owner === owner) storage()?.removeItem(key)
  }
}

/** Two tabs may write at the same time. The one whose entry is still there a moment later has the lease. */
async function takeLease(key: string, owner: string): Promise<boolean> {
  const { owner: holder, until } = readLease(key)
  if (holder && holder !== owner && until > Date.now()) return false
  try {
    storage()?.setItem(key, JSON.stringify({ owner, until: Date.now() + leaseMs }))
  } catch {
    return true
  }
  if (!storage()) return true
  await pause(settleMs)
  return readLease(key).owner === owner
}

function readLease(key: string): { owner: string | undefined; until: number } {
  try {
    const { owner, until } = Object(JSON.parse(storage()?.getItem(key) ?? '{}')) as Record<
      string,
      unknown
    >
    return { owner: typeof owner === 'string' ? owner : undefined, until: Number(until) || 0 }
  } catch {
    return { owner: undefined, until: 0 }
  }
}

function storage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
