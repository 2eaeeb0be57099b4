import { afterEach, expect, test, vi } from 'vitest'
import { withTabLock } from './tab-lock.ts'
import { createSessionRecords } from './token-storage.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a storage that does not answer fails after three seconds', async () => {
  vi.useFakeTimers()
  const hang = () => new Promise<never>(() => {})
  const records = createSessionRecords({
    tokenStorage: { getItem: hang, setItem: hang, removeItem: hang },
    userPoolId: 'eu-west-1_Example',
    clientId: '1example',
  })
  const read = records.read()
  const removed = records.remove()
  await vi.advanceTimersByTimeAsync(6000)
  expect(await read).toBe('failed')
  expect(await removed).toBe(false)
})

test('without Web Locks and without a secure context, the work is done', async () => {
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('crypto', undefined)
  const work = vi.fn(async () => {})
  await withTabLock('example', work)
  expect(work).toHaveBeenCalledOnce()
})

test('where Web Locks are forbidden, the work is done', async () => {
  const request = () => Promise.reject(new DOMException('', 'SecurityError'))
  vi.stubGlobal('navigator', { locks: { request } })
  const work = vi.fn(async () => {})
  await withTabLock('example', work)
  expect(work).toHaveBeenCalledOnce()
})
