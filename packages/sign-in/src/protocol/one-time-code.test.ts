import { expect, test } from 'vitest'
import { isCode, readCode } from './one-time-code.ts'

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['Your code is 123456.', '123456'],
  ['Sallyport 24: use 1234 5678', '12345678'],
  ['١٢٣٤٥٦', '123456'],
  ['１２３４５６', '123456'],
  ['12345', '12345'],
  ['', ''],
  ['no digits here', ''],
  ['12\u200b3456', '123456'],
  ['1234–5678', '12345678'],
  ['1234.5678', '12345678'],
  ['1234\u20605678', '12345678'],
  ['Ref 20240115: your code is 123456', '123456'],
  ['123456 (valid until 2026-08-21)', '123456'],
  ['Your code is 123456. Questions? +1 800 555 0100', '123456'],
  ['code 12', '12'],
])('reads %j as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})

test('a text of ten megabytes is read in time', () => {
  expect(readCode('1 '.repeat(5_000_000)).length).toBeLessThanOrEqual(1000)
})

test('a code has four to ten digits', () => {
  expect(['123', '1234', '123456', '12345678', '1234567890', '12345678901'].map(isCode)).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ])
})
