import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { measureLifetime } from './token-lifetime.ts'

const hour = 3_600_000
const minute = 60_000
const start = 1_800_000_000_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'], now: start }))
afterEach(() => void vi.useRealTimers())

describe('a token just received', () => {
  test('is due a minute before its hour is over', () => {
    const { dueInMs, remainingMs } = measureLifetime({ receivedAt: start, lifetimeMs: hour })
    expect([remainingMs(), dueInMs()]).toEqual([hour, hour - minute])
    vi.advanceTimersByTime(hour - minute)
    expect([remainingMs(), dueInMs()]).toEqual([minute, 0])
  })

  test('Y16: lives a minute at least, so that no service is asked more often', () => {
    const { dueInMs } = measureLifetime({ receivedAt: start, lifetimeMs: 1000 })
    expect(dueInMs()).toBe(minute)
  })

  test('Y17: does not live longer where the clock is set back', () => {
    const { remainingMs } = measureLifetime({ receivedAt: start, lifetimeMs: hour })
    vi.advanceTimersByTime(hour / 2)
    vi.setSystemTime(start - 24 * hour)
    expect(remainingMs()).toBe(hour / 2)
  })

  test('ages while the device sleeps and the monotonic clock stands still', () => {
    const { remainingMs } = measureLifetime({ receivedAt: start, lifetimeMs: hour })
    vi.setSystemTime(start + 2 * hour)
    expect(remainingMs()).toBe(0)
  })

  test('Y19: lives 30 days where it is told to', () => {
    const { dueInMs } = measureLifetime({ receivedAt: start, lifetimeMs: 30 * 24 * hour })
    expect(dueInMs()).toBe(30 * 24 * hour - minute)
  })
})

describe('a token that was stored', () => {
  test('has aged meanwhile', () => {
    const { remainingMs } = measureLifetime({ receivedAt: start - hour / 4, lifetimeMs: hour })
    expect(remainingMs()).toBe((3 * hour) / 4)
  })

  test('Y17: is not trusted where it comes from the future', () => {
    const { remainingMs } = measureLifetime({ receivedAt: start + 2 * minute, lifetimeMs: hour })
    expect(remainingMs()).toBe(0)
  })
})
