import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { measureLifetime } from './token-lifetime.ts'

const hour = 3_600_000
const minute = 60_000
const start = 1_800_000_000_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'performance'], now: start }))
afterEach(() => void vi.useRealTimers())

describe('a new token', () => {
  test('is due one minute before it expires', () => {
    const { dueInMs, remainingMs } = measureLifetime({ receivedAt: start, lifetimeMs: hour })
    expect([remainingMs(), dueInMs()]).toEqual([hour, hour - minute])
    vi.advanceTimersByTime(hour - minute)
    expect([remainingMs(), dueInMs()]).toEqual([minute, 0])
  })

  test('lives at least one minute', () => {
    const { dueInMs } = measureLifetime({ receivedAt: start, lifetimeMs: 1000 })
    expect(dueInMs()).toBe(minute)
  })

  test('does not live longer if the clock is set back', () => {
    const { remainingMs } = measureLifetime({ receivedAt: start, lifetimeMs: hour })
    vi.advanceTimersByTime(hour / 2)
    vi.setSystemTime(start - 24 * hour)
    expect(remainingMs()).toBe(hour / 2)
  })

  test('ages while the device sleeps', () => {
    const { remainingMs } = measureLifetime({ receivedAt: start, lifetimeMs: hour })
    vi.setSystemTime(start + 2 * hour)
    expect(remainingMs()).toBe(0)
  })

  test('can live 30 days', () => {
    const { dueInMs } = measureLifetime({ receivedAt: start, lifetimeMs: 30 * 24 * hour })
    expect(dueInMs()).toBe(30 * 24 * hour - minute)
  })
})

describe('a stored token', () => {
  test('has aged since it was stored', () => {
    const { remainingMs } = measureLifetime({ receivedAt: start - hour / 4, lifetimeMs: hour })
    expect(remainingMs()).toBe((3 * hour) / 4)
  })

  test('counts as expired if it is from the future', () => {
    const { remainingMs } = measureLifetime({ receivedAt: start + 2 * minute, lifetimeMs: hour })
    expect(remainingMs()).toBe(0)
  })
})
