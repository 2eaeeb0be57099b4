import type { UserPoolOptions } from '@sallyport/simulator'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AuthOptions } from '../loop/auth-options.ts'
import { type Auth, createAuth } from '../loop/create-auth.ts'
import { createUserPool } from '../testing/user-pool.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'

// Sessions against the simulator. The page's clocks and the pool's go on together.

const hour = 3_600_000
const ana = { username: 'ana', password: 'Pa55word!' }
const bob = { username: 'bob', password: 'Pa55word!' }
const rotating = { refreshTokenRotation: { retryGracePeriodSeconds: 0 } }
const key = 'sallyport.session.eu-west-1_Simulated'

/** A storage that several pages share, as tabs do. */
function sharedStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  }
}

const opened: (() => void)[] = []

function open(pool = createUserPool({ users: [ana, bob] }), options: Partial<AuthOptions> = {}) {
  const auth = createAuth({
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    authFlow: 'USER_PASSWORD_AUTH',
    ...options,
  })
  opened.push(auth.subscribe(() => {}))
  const operations = () => pool.requests.map(({ operation }) => operation)
  const refreshes = () => operations().filter((name) => name === 'GetTokensFromRefreshToken').length
  return { pool, auth, operations, refreshes }
}

async function signedIn(
  poolOptions: Partial<UserPoolOptions> = {},
  options: Partial<AuthOptions> = {},
) {
  const pool = createUserPool({ users: [ana, bob], now: Date.now, ...poolOptions })
  const page = open(pool, options)
  await page.auth.signIn(ana)
  return { ...page, session: sessionOf(page.auth) }
}

function sessionOf(auth: Auth) {
  const { session } = auth.getState()
  if (!session) throw new Error('not signed in')
  return session
}

const restored = (auth: Auth) =>
  vi.waitFor(() => expect(auth.getState().status).not.toBe('restoring'))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.now() })
})
afterEach(() => {
  vi.useRealTimers()
  for (const close of opened.splice(0)) close()
})

describe('a token that is about to expire', () => {
  test('is refreshed once for several callers', async () => {
    const { session, refreshes } = await signedIn()
    const before = await session.tokens()
    vi.advanceTimersByTime(hour)
    const all = await Promise.all(Array.from({ length: 1000 }, () => session.tokens()))
    expect(refreshes()).toBe(1)
    expect(new Set(all.map(({ accessToken }) => accessToken)).size).toBe(1)
    expect(all[0]?.accessToken).not.toBe(before.accessToken)
    expect(all[0]?.refreshToken).toBe(before.refreshToken)
  })

  test('is not refreshed earlier', async () => {
    const { session, refreshes } = await signedIn()
    vi.advanceTimersByTime(hour - 61_000)
    await session.tokens()
    expect(refreshes()).toBe(0)
  })

  test('is refreshed with the newest refresh token of a rotation', async () => {
    const { session, refreshes } = await signedIn(rotating)
    const seen = new Set<string | undefined>()
    for (let n = 0; n < 5; n++) {
      vi.advanceTimersByTime(hour)
      seen.add((await session.tokens()).refreshToken)
    }
    expect([refreshes(), seen.size]).toEqual([5, 5])
  })

  test('is refreshed by REFRESH_TOKEN_AUTH if the service lacks the operation', async () => {
    const unknown = { error: 'UnknownOperationException', message: 'no such operation' }
    const { session, pool, operations } = await signedIn()
    pool.faults.add({ operation: 'GetTokensFromRefreshToken', answer: unknown })
    for (let n = 0; n < 2; n++) {
      vi.advanceTimersByTime(hour)
      await session.tokens()
    }
    expect(operations().slice(1)).toEqual([
      'GetTokensFromRefreshToken',
      'InitiateAuth',
      'InitiateAuth',
    ])
  })

  test('is refreshed with the key of the device that got it', async () => {
    const sent: Record<string, unknown>[] = []
    const pool = createUserPool({
      users: [ana],
      devices: { trusted: false, optIn: false },
      now: Date.now,
    })
    const { auth } = open(pool, {
      deviceStorage: sharedStorage(),
      fetch: (url, init) => {
        sent.push(JSON.parse(init?.body as string) as Record<string, unknown>)
        return pool.fetch(url, init)
      },
    })
    await auth.signIn(ana)
    await vi.waitFor(() => expect(pool.requests.at(-1)?.operation).toBe('ConfirmDevice'))
    vi.advanceTimersByTime(hour)
    await sessionOf(auth).tokens()
    expect(sent.at(-1)).toMatchObject({ DeviceKey: expect.stringMatching(/^eu-west-1_/) })
    expect(auth.getState().status).toBe('signed-in')
  })
})

describe('a failed refresh', () => {
  const faults = [
    ['no answer', { answer: 'drop' }],
    ['too many requests', { answer: { error: 'TooManyRequestsException', message: 'slow' } }],
    ['an error of the service', { answer: { error: 'InternalErrorException', message: 'oh' } }],
    ['a page of a proxy', { answer: { status: 502, body: '<html>', contentType: 'text/html' } }],
    ['a firewall', { answer: { status: 403, body: '<html>', contentType: 'text/html' } }],
    ['a trigger', { answer: { error: 'UserLambdaValidationException', message: 'no' } }],
    ['a pool set up wrong', { answer: { error: 'ResourceNotFoundException', message: 'gone' } }],
  ] as const

  test.each(faults)('%s: the user stays signed in for ten minutes and more', async (_, fault) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { session, auth, pool, refreshes } = await signedIn()
    pool.faults.add({ operation: 'GetTokensFromRefreshToken', ...fault })
    vi.advanceTimersByTime(hour)
    for (let second = 0; second < 600; second += 5) {
      await expect(session.tokens()).rejects.toMatchObject({ name: 'AuthError' })
      vi.advanceTimersByTime(5000)
    }
    expect(refreshes()).toBeLessThanOrEqual(8)
    expect(auth.getState().status).toBe('signed-in')
    pool.faults.clear()
    vi.advanceTimersByTime(600_000)
    expect((await session.tokens()).accessToken).toBeTruthy()
    warn.mockRestore()
  })

  test('returns a token that is still valid', async () => {
    const { session, pool } = await signedIn()
    pool.faults.add({ operation: 'GetTokensFromRefreshToken', answer: 'drop' })
    vi.advanceTimersByTime(hour - 30_000)
    expect((await session.tokens()).accessToken).toBeTruthy()
  })

  test('after a lost answer is repeated with the same token, within the grace period', async () => {
    const { session, pool } = await signedIn({
      refreshTokenRotation: { retryGracePeriodSeconds: 60 },
    })
    vi.advanceTimersByTime(hour)
    pool.faults.add({
      operation: 'GetTokensFromRefreshToken',
      when: 'after',
      call: 1,
      answer: 'drop',
    })
    await expect(session.tokens()).rejects.toMatchObject({ code: 'network' })
    vi.advanceTimersByTime(2000)
    expect((await session.tokens()).accessToken).toBeTruthy()
  })

  test('because of a revoked token ends the session once, with the reason', async () => {
    const storage = sharedStorage()
    const { session, auth, pool } = await signedIn({}, { tokenStorage: storage })
    const { refreshToken = '' } = await session.tokens()
    await pool.fetch('https://cognito-idp.eu-west-1.amazonaws.com/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.RevokeToken' },
      body: JSON.stringify({ ClientId: pool.config.clientId, Token: refreshToken }),
    })
    vi.advanceTimersByTime(hour)
    await expect(session.tokens()).rejects.toMatchObject({ code: 'revoked' })
    expect(auth.getState()).toMatchObject({
      status: 'signed-out',
      reason: 'revoked',
      challenge: { name: 'SIGN_IN', username: 'ana' },
    })
    expect(storage.items.size).toBe(0)
  })

  test('because of an unknown refusal ends the session after 30 seconds and a second refusal', async () => {
    const { session, auth, pool, refreshes } = await signedIn()
    const answer = { error: 'NotAuthorizedException', message: 'Unauthorized' }
    pool.faults.add({ operation: 'GetTokensFromRefreshToken', answer })
    vi.advanceTimersByTime(hour)
    await expect(session.tokens()).rejects.toBeDefined()
    vi.advanceTimersByTime(29_000)
    await expect(session.tokens()).rejects.toBeDefined()
    expect([refreshes(), auth.getState().status]).toEqual([1, 'signed-in'])
    vi.advanceTimersByTime(2000)
    await expect(session.tokens()).rejects.toBeDefined()
    expect(auth.getState()).toMatchObject({ status: 'signed-out', reason: 'revoked' })
  })

  test('that ends after a sign-out does not restore the session', async () => {
    const { session, auth, pool, operations } = await signedIn(rotating)
    vi.advanceTimersByTime(hour)
    pool.faults.add({ operation: 'GetTokensFromRefreshToken', when: 'after', answer: 'hang' })
    const late = session.tokens()
    await vi.waitFor(() => expect(operations()).toContain('GetTokensFromRefreshToken'))
    void session.signOut()
    await expect(late).rejects.toMatchObject({ code: 'cancelled' })
    expect(auth.getState()).toMatchObject({ status: 'signed-out', reason: 'signed-out' })
  })
})

describe('a page that is reloaded', () => {
  test('restores the session without a request', async () => {
    const tokenStorage = sharedStorage()
    const { pool, session } = await signedIn({}, { tokenStorage })
    const requests = pool.requests.length
    const { auth } = open(pool, { tokenStorage })
    expect(auth.getState()).toMatchObject({ status: 'restoring', challenge: null, session: null })
    await restored(auth)
    expect(auth.getState()).toMatchObject({ status: 'signed-in', session: { user: session.user } })
    expect(pool.requests).toHaveLength(requests)
  })

  test('refreshes an expired token first', async () => {
    const tokenStorage = sharedStorage()
    const { pool, refreshes } = await signedIn({}, { tokenStorage })
    vi.advanceTimersByTime(2 * hour)
    const { auth } = open(pool, { tokenStorage })
    await restored(auth)
    expect([auth.getState().status, refreshes()]).toEqual(['signed-in', 1])
  })

  test('keeps the user signed in while offline', async () => {
    const tokenStorage = sharedStorage()
    const { pool } = await signedIn({}, { tokenStorage })
    vi.advanceTimersByTime(2 * hour)
    pool.faults.add({ answer: 'drop' })
    const { auth } = open(pool, { tokenStorage })
    await restored(auth)
    expect(auth.getState().status).toBe('signed-in')
    await expect(sessionOf(auth).tokens()).rejects.toMatchObject({ code: 'network' })
  })

  test('has the reason if the session has ended', async () => {
    const tokenStorage = sharedStorage()
    const { pool } = await signedIn({}, { tokenStorage })
    vi.advanceTimersByTime(31 * 24 * hour)
    const { auth } = open(pool, { tokenStorage })
    await restored(auth)
    expect(auth.getState()).toMatchObject({
      status: 'signed-out',
      reason: 'expired',
      challenge: { name: 'SIGN_IN', username: 'ana', endReason: 'expired' },
    })
  })

  test.each([
    ['nothing', undefined],
    ['half a record', '{"version":1,"user'],
    ['5 MB', 'x'.repeat(5_000_000)],
    ['a prototype', '{"__proto__":{"version":1}}'],
  ])('asks who signs in where %s is stored', async (_, text) => {
    const tokenStorage = sharedStorage()
    const pool = createUserPool({ users: [ana] })
    const name = `${key}.${pool.config.clientId}`
    tokenStorage.items.set('somebody.else', 'theirs')
    if (text !== undefined) tokenStorage.items.set(name, text)
    const { auth } = open(pool, { tokenStorage })
    await restored(auth)
    expect(auth.getState()).toMatchObject({ status: 'signed-out', challenge: { name: 'SIGN_IN' } })
    expect(tokenStorage.items.get('somebody.else')).toBe('theirs')
  })

  test('does not change the record of a newer version, also after a sign-in', async () => {
    const tokenStorage = sharedStorage()
    const pool = createUserPool({ users: [ana] })
    const name = `${key}.${pool.config.clientId}`
    tokenStorage.items.set(name, '{"version":2}')
    const onNotice = vi.fn()
    const { auth } = open(pool, { tokenStorage, onNotice })
    await restored(auth)
    expect(auth.getState().status).toBe('signed-out')
    expect(onNotice).toHaveBeenCalledWith(expect.objectContaining({ code: 'storage' }))
    await auth.signIn(ana)
    await sessionOf(auth).signOut()
    expect(tokenStorage.items.get(name)).toBe('{"version":2}')
  })

  test('does not read the storage before somebody subscribes', async () => {
    const getItem = vi.fn(() => null)
    const tokenStorage = { getItem, setItem: vi.fn(), removeItem: vi.fn() }
    const pool = createUserPool({ users: [ana] })
    const auth = createAuth({ ...pool.config, fetch: pool.fetch, tokenStorage })
    expect(auth.getState().status).toBe('restoring')
    await Promise.resolve()
    expect(getItem).not.toHaveBeenCalled()
    await auth.signIn()
    expect(getItem).toHaveBeenCalled()
    expect(auth.getState()).toMatchObject({ status: 'signed-out', challenge: { phase: 'asked' } })
  })
})

describe('a storage', () => {
  test('may return promises', async () => {
    const { items, ...storage } = sharedStorage()
    const later = <Value>(value: Value) => new Promise<Value>((done) => setTimeout(done, 5, value))
    const tokenStorage = {
      getItem: async (name: string) => later(storage.getItem(name)),
      setItem: async (name: string, value: string) => later(storage.setItem(name, value)),
      removeItem: async (name: string) => later(storage.removeItem(name)),
    }
    const { pool } = await signedIn({}, { tokenStorage })
    await vi.waitFor(() => expect(items.size).toBe(1))
    const { auth } = open(pool, { tokenStorage })
    await restored(auth)
    expect(auth.getState().status).toBe('signed-in')
  })

  test('that throws keeps the session in memory and gives a notice', async () => {
    const throwing = () => {
      throw new DOMException('', 'SecurityError')
    }
    const onNotice = vi.fn()
    const tokenStorage = { getItem: throwing, setItem: throwing, removeItem: throwing }
    const { auth, session, refreshes } = await signedIn({}, { tokenStorage, onNotice })
    await vi.waitFor(() =>
      expect(onNotice).toHaveBeenCalledWith(expect.objectContaining({ code: 'storage' })),
    )
    vi.advanceTimersByTime(hour)
    await session.tokens()
    expect(refreshes()).toBe(1)
    await session.signOut()
    expect(auth.getState().status).toBe('signed-out')
  })

  test('holds one record, written at once, without a password', async () => {
    const storage = sharedStorage()
    const setItem = vi.fn(storage.setItem)
    await signedIn({}, { tokenStorage: { ...storage, setItem } })
    await vi.waitFor(() => expect(storage.items.size).toBe(1))
    expect(setItem).toHaveBeenCalledOnce()
    expect([...storage.items.values()].join()).not.toContain(ana.password)
  })
})

describe('a storage that fails once', () => {
  async function failing(method: 'getItem' | 'removeItem') {
    const storage = sharedStorage()
    const tokenStorage = { ...storage }
    const onNotice = vi.fn()
    const page = await signedIn({}, { tokenStorage, onNotice })
    await vi.waitFor(() => expect(storage.items.size).toBe(1))
    const fail = vi.fn(() => Promise.reject(new Error('locked')))
    tokenStorage[method] = fail as never
    const [name = ''] = storage.items.keys()
    const channel = new BroadcastChannel(name)
    opened.push(() => channel.close())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    const announce = () => channel.postMessage('changed')
    return { ...page, storage, onNotice, fail, announce }
  }

  test('at reading: the user stays signed in', async () => {
    const { auth, fail, announce } = await failing('getItem')
    announce()
    await vi.waitFor(() => expect(fail).toHaveBeenCalled())
    await nextTask()
    expect(auth.getState().status).toBe('signed-in')
  })

  test('at the sign-out: the user stays signed out, and there is a notice', async () => {
    const { auth, session, storage, onNotice, announce } = await failing('removeItem')
    await session.signOut()
    expect(onNotice).toHaveBeenCalledWith(expect.objectContaining({ code: 'storage' }))
    expect(storage.items.size).toBe(1)
    announce()
    await nextTask()
    await nextTask()
    expect(auth.getState().status).toBe('signed-out')
  })
})

const nextTask = () => new Promise((done) => setTimeout(done, 20))

test('a refresh whose answer is stored slowly does not outlive the sign-out', async () => {
  const storage = sharedStorage()
  let write = () => {}
  let isWriting = false
  const tokenStorage = { ...storage }
  const { session, operations } = await signedIn(rotating, { tokenStorage })
  await vi.waitFor(() => expect(storage.items.size).toBe(1))
  tokenStorage.setItem = ((name: string, value: string) =>
    new Promise<void>((done) => {
      isWriting = true
      write = () => {
        storage.setItem(name, value)
        done()
      }
    })) as never
  vi.advanceTimersByTime(hour)
  const failure = session.tokens().catch((cause: unknown) => cause)
  await vi.waitFor(() => expect(isWriting).toBe(true))
  const signedOut = session.signOut()
  write()
  expect(await failure).toMatchObject({ code: 'cancelled' })
  await signedOut
  await vi.waitFor(() => expect(storage.items.size).toBe(0))
  await vi.waitFor(() => {
    expect(operations().filter((name) => name === 'RevokeToken')).toHaveLength(2)
  })
})

test('a visible page that cannot refresh does not fire timers all the time', async () => {
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener() {} })
  const { pool, auth, refreshes } = await signedIn()
  pool.faults.add({ operation: 'GetTokensFromRefreshToken', answer: 'drop' })
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.useRealTimers()
  vi.useFakeTimers({ now: Date.now() })
  const { accessToken } = await sessionOf(auth).tokens()
  expect(accessToken).toBeTruthy()
  const timers = vi.spyOn(globalThis, 'setTimeout')
  await sessionOf(auth)
    .tokens({ forceRefresh: true })
    .catch(() => {})
  await vi.advanceTimersByTimeAsync(hour + 900_000)
  expect(refreshes()).toBeGreaterThan(8)
  expect(timers.mock.calls.length).toBeLessThan(2000)
  warn.mockRestore()
  vi.unstubAllGlobals()
})

describe('two tabs', () => {
  async function tabs(poolOptions: Partial<UserPoolOptions> = {}) {
    const tokenStorage = sharedStorage()
    const meanwhile = { happens: () => {} }
    const pool = createUserPool({ users: [ana, bob], now: Date.now, ...poolOptions })
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await pool.fetch(...request)
      meanwhile.happens()
      return response
    }
    const first = open(pool, { tokenStorage, fetch })
    await first.auth.signIn(ana)
    await vi.waitFor(() => expect(tokenStorage.items.size).toBe(1))
    const second = open(first.pool, { tokenStorage })
    await restored(second.auth)
    return { ...first, session: sessionOf(first.auth), other: second.auth, tokenStorage, meanwhile }
  }

  test('refresh once, and both stay signed in without a grace period', async () => {
    const { session, other, refreshes } = await tabs(rotating)
    vi.advanceTimersByTime(hour)
    const callers = Array.from({ length: 50 }, () => [session.tokens(), sessionOf(other).tokens()])
    const all = await Promise.all(callers.flat())
    expect(refreshes()).toBe(1)
    expect(new Set(all.map(({ accessToken }) => accessToken)).size).toBe(1)
    vi.advanceTimersByTime(hour)
    await sessionOf(other).tokens()
    expect(other.getState().status).toBe('signed-in')
  })

  test('sign out together', async () => {
    const { auth, session, other } = await tabs()
    await session.signOut()
    expect(auth.getState()).toMatchObject({ reason: 'signed-out' })
    await vi.waitFor(() =>
      expect(other.getState()).toMatchObject({
        status: 'signed-out',
        reason: 'signed-out-elsewhere',
      }),
    )
  })

  test('sign in together', async () => {
    const { auth, session, other } = await tabs()
    await session.signOut()
    await vi.waitFor(() => expect(other.getState().status).toBe('signed-out'))
    await auth.signIn(ana)
    await vi.waitFor(() => expect(other.getState().status).toBe('signed-in'))
  })

  test('with another user: the tab of the first user is signed out', async () => {
    const { session, other } = await tabs()
    await other.signIn(bob)
    await vi.waitFor(async () => {
      await expect(session.tokens()).rejects.toMatchObject({ code: 'cancelled' })
    })
    expect(sessionOf(other).user.username).toBe('bob')
  })

  test('one signs out while the other refreshes: both are signed out, and the new tokens are revoked', async () => {
    const { session, auth, tokenStorage, meanwhile, operations } = await tabs()
    vi.advanceTimersByTime(hour)
    meanwhile.happens = () => tokenStorage.items.clear()
    await expect(session.tokens()).rejects.toMatchObject({ code: 'cancelled' })
    expect(tokenStorage.items.size).toBe(0)
    expect(auth.getState()).toMatchObject({ reason: 'signed-out-elsewhere' })
    expect(operations()).toContain('GetTokensFromRefreshToken')
  })

  test('stay signed in after a clock that was fast has been set right', async () => {
    const right = Date.now()
    const tokenStorage = sharedStorage()
    vi.setSystemTime(right + hour)
    const { pool, auth, session } = await signedIn(
      { ...rotating, now: () => right + performance.now() },
      { tokenStorage },
    )
    await vi.waitFor(() => expect(tokenStorage.items.size).toBe(1))
    vi.setSystemTime(right)
    vi.advanceTimersByTime(5000)
    const second = open(pool, { tokenStorage })
    await restored(second.auth)
    expect(second.refreshes()).toBe(1)
    vi.advanceTimersByTime(hour)
    expect((await session.tokens()).accessToken).toBeTruthy()
    expect(auth.getState().status).toBe('signed-in')
  })

  test('keep a session that the other tab has refreshed', async () => {
    const { session, auth, pool, tokenStorage, meanwhile } = await tabs()
    const record = [...tokenStorage.items.values()][0] ?? ''
    const [name = ''] = tokenStorage.items.keys()
    vi.advanceTimersByTime(hour)
    // While the request is under way, another tab stores newer tokens; then this one is refused.
    const newer = JSON.parse(record) as Record<string, unknown>
    const { accessToken } = newer as { accessToken: string }
    Object.assign(newer, { receivedAt: Date.now(), accessToken: `${accessToken}x` })
    meanwhile.happens = () => tokenStorage.items.set(name, JSON.stringify(newer))
    pool.faults.add({
      operation: 'GetTokensFromRefreshToken',
      answer: { error: 'NotAuthorizedException', message: 'Refresh Token has been revoked' },
    })
    const tokens = session.tokens()
    expect((await tokens).accessToken).toBe(`${accessToken}x`)
    expect(auth.getState().status).toBe('signed-in')
  })
})

describe('signing out', () => {
  test('ends the session in this page first and returns what the service did', async () => {
    const { auth, session, operations } = await signedIn()
    const under = session.signOut()
    expect(auth.getState().status).toBe('signed-out')
    expect(await under).toEqual({ atService: 'revoked' })
    expect(operations().at(-1)).toBe('RevokeToken')
    expect(await session.signOut()).toEqual({ atService: 'none' })
  })

  test('does not wait longer than five seconds for the service', async () => {
    vi.useRealTimers()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { pool, session } = await signedIn()
    pool.faults.add({ operation: 'RevokeToken', answer: 'hang' })
    const under = session.signOut()
    await vi.advanceTimersByTimeAsync(5000)
    expect(await under).toEqual({ atService: 'failed' })
  })

  test('everywhere ends the sessions of all devices, also with an expired access token', async () => {
    const { pool, session } = await signedIn()
    const elsewhere = open(pool)
    await elsewhere.auth.signIn(ana)
    vi.advanceTimersByTime(hour)
    expect(await session.signOut({ everywhere: true })).toEqual({ atService: 'revoked' })
    await expect(sessionOf(elsewhere.auth).tokens()).rejects.toMatchObject({ code: 'revoked' })
    expect(elsewhere.auth.getState()).toMatchObject({ reason: 'revoked' })
  })

  test('everywhere refreshes an access token that only the service takes for expired', async () => {
    const { pool, session, operations } = await signedIn()
    const exception = { error: 'NotAuthorizedException', message: 'Access Token has expired' }
    pool.faults.add({ operation: 'GlobalSignOut', call: 1, answer: exception })
    expect(await session.signOut({ everywhere: true })).toEqual({ atService: 'revoked' })
    const sent = ['GlobalSignOut', 'GetTokensFromRefreshToken', 'GlobalSignOut']
    expect(operations().slice(-3)).toEqual(sent)
  })

  test('everywhere revokes at least the tokens of this device if GlobalSignOut fails', async () => {
    const { pool, session, operations } = await signedIn()
    pool.faults.add({ operation: 'GlobalSignOut', answer: { error: 'InternalErrorException' } })
    expect(await session.signOut({ everywhere: true })).toEqual({ atService: 'failed' })
    expect(operations().slice(-2)).toEqual(['GlobalSignOut', 'RevokeToken'])
  })

  test('of the previous session happens when the new sign-in is complete, and not if it fails', async () => {
    const { auth, session, operations } = await signedIn()
    await auth.signIn({ ...bob, password: 'wrong' })
    expect(auth.getState()).toMatchObject({ status: 'signed-in', session })
    expect(auth.getState().challenge).toMatchObject({ name: 'SIGN_IN', phase: 'rejected' })
    expect(operations()).not.toContain('RevokeToken')
    await auth.signIn(bob)
    expect(sessionOf(auth).user.username).toBe('bob')
    await vi.waitFor(() => expect(operations()).toContain('RevokeToken'))
    await expect(session.tokens()).rejects.toMatchObject({ code: 'cancelled' })
    expect((await sessionOf(auth).tokens()).accessToken).toBeTruthy()
  })

  test('is not stopped by a listener that throws or calls signOut', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { auth, session } = await signedIn()
    auth.subscribe(() => {
      throw new Error('not ours')
    })
    auth.subscribe(() => void auth.signIn())
    await session.signOut()
    expect(auth.getState().status).toBe('signed-out')
    error.mockRestore()
  })
})
