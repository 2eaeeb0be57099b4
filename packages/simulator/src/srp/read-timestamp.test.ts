import { expect, test } from 'vitest'
import { readTimestamp } from './read-timestamp.ts'

test('reads the format that clients write', () => {
  expect(readTimestamp('Tue Feb 3 04:05:06 UTC 2026')).toBe(Date.UTC(2026, 1, 3, 4, 5, 6))
})

test.each([
  'Tue Feb 03 04:05:06 UTC 2026',
  'Wed Feb 3 04:05:06 UTC 2026',
  'Tue Feb 3 24:05:06 UTC 2026',
  'Di Feb 3 04:05:06 UTC 2026',
  '2026-02-03T04:05:06Z',
  '',
])('does not read %s', (text) => {
  expect(readTimestamp(text)).toBeUndefined()
})
