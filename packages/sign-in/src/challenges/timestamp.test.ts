import { expect, test } from 'vitest'
import { timestampAt } from './timestamp.ts'

test.each([
  ['2017-06-15T07:00:00Z', 'Thu Jun 15 07:00:00 UTC 2017'],
  ['2026-02-03T04:05:06Z', 'Tue Feb 3 04:05:06 UTC 2026'],
  ['2026-12-31T23:59:59Z', 'Thu Dec 31 23:59:59 UTC 2026'],
  ['2027-01-01T00:00:00Z', 'Fri Jan 1 00:00:00 UTC 2027'],
])('writes %s as %s', (date, timestamp) => {
  expect(timestampAt(new Date(date))).toBe(timestamp)
})
