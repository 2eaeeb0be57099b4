import { createUserPool, generateSigningKeys } from '@sallyport/simulator'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Auth, createAuth } from '../loop/create-auth.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthTokens } from './auth-session.ts'

// Eight tabs of one browser: Web Locks, BroadcastChannel and localStorage work between objects of one page
// as they do between pages. The time goes on, and jumps to when the tokens expire.

const ana = { username: 'ana', password: 'Pa55word!' }
const hour = 3_600_000
const rounds = Number(import.meta.env['TAB_ROUNDS'])
const timeout = 30_000 + rounds * 5000
const keys = generateSigningKeys()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], shouldAdvanceTime: true, now: Date.now() })
})
afterEach(() => {
  vi.useRealTimers()
  localStorage.clear()
})

async function openTabs({ retryGracePeriodSeconds = 0 } = {}) {
  const pool = createUserPool({
    users: [ana],
    // Not that of another test, whose tabs are still there.
    clientId: crypto.randomUUID().replaceAll('-', ''),
    now: Date.now,
    refreshTokenRotation: { retryGracePeriodSeconds },
    signingKeys: () => keys,
  })
  const tabs = Array.from({ length: 8 }, () =>
    createAuth({
      ...pool.config,
      transport: fetchTransport,
      authFlow: 'USER_PASSWORD_AUTH',
      tokenStorage: 'local',
      async fetch(url, init) {
        await pause(10)
        const answer = await pool.fetch(url, init)
        await pause(10)
        return answer
      },
    }),
  )
  for (const tab of tabs) tab.subscribe(() => {})
  await tabs[0]!.signIn(ana)
  const statuses = () => new Set(tabs.map((tab) => tab.getState().status))
  await vi.waitFor(() => expect(statuses()).toEqual(new Set(['signed-in'])))
  const refreshes = () =>
    pool.requests.filter(({ operation }) => operation === 'GetTokensFromRefreshToken').length
  return { tabs, statuses, refreshes }
}

/** Fifty callers in each tab, once the tokens have expired. */
async function askAll(tabs: Auth[]): Promise<AuthTokens[]> {
  vi.advanceTimersByTime(hour)
  const asked = tabs.map(async (tab) => {
    await pause(5)
    return Promise.all(Array.from({ length: 50 }, () => tab.getState().session!.tokens()))
  })
  return (await Promise.all(asked)).flat()
}

describe(`eight tabs whose tokens expire, ${rounds} times`, () => {
  test('refresh them once, and all get the same', { timeout }, async () => {
    const { tabs, statuses, refreshes } = await openTabs()
    const counts: number[] = []
    for (let round = 0; round < rounds; round++) {
      const before = refreshes()
      const all = await askAll(tabs)
      counts.push(refreshes() - before)
      expect(all).toHaveLength(400)
      expect(distinct(all, 'accessToken')).toBe(1)
      expect(distinct(all, 'refreshToken')).toBe(1)
      expect(statuses()).toEqual(new Set(['signed-in']))
    }
    expect(counts).toEqual(Array.from({ length: rounds }, () => 1))
  })

  describe('in a browser without Web Locks', () => {
    beforeEach(() => {
      Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })
    })
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'locks')
    })

    test('refresh them twice at most, and nobody is signed out', { timeout }, async () => {
      const { tabs, statuses, refreshes } = await openTabs({ retryGracePeriodSeconds: 10 })
      for (let round = 0; round < rounds; round++) {
        const before = refreshes()
        const all = await askAll(tabs)
        expect(all).toHaveLength(400)
        expect(refreshes() - before).toBeLessThanOrEqual(2)
        expect(distinct(all, 'refreshToken')).toBe(1)
        expect(statuses()).toEqual(new Set(['signed-in']))
      }
    })
  })
})

/** Up to so many milliseconds. */
function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, Math.random() * ms))
}

function distinct(all: AuthTokens[], name: 'accessToken' | 'refreshToken'): number {
  return new Set(all.map((tokens) => tokens[name])).size
}
