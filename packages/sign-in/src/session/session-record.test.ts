import { describe, expect, test } from 'vitest'
import { readRecord, type SessionRecord, toRecord, writeRecord } from './session-record.ts'

const jwt = (claims: object) => `e30.${btoa(JSON.stringify(claims)).replace(/=+$/, '')}.x`
const idToken = jwt({ sub: 'u1' })
const accessToken = jwt({ device_key: 'eu-west-1_d' })
const record: SessionRecord = {
  userId: 'u1',
  username: 'ana@example.com',
  accessToken,
  idToken,
  refreshToken: 'refresh',
  deviceKey: 'eu-west-1_d',
  receivedAt: 1_700_000_000_000,
  lifetimeMs: 3_600_000,
}
const stored = (changes: object) => JSON.stringify({ version: 1, ...record, ...changes })

test('a written record can be read', () => {
  expect(readRecord(writeRecord(record))).toEqual(record)
})

test('the user is read from the tokens, not from the other members', () => {
  expect(readRecord(stored({ userId: 'u2', deviceKey: 'other' }))).toEqual(record)
})

describe('a bad record is not read:', () => {
  test.each<[string, string | null]>([
    ['nothing', null],
    ['an empty text', ''],
    ['half a record', writeRecord(record).slice(0, -20)],
    ['another program’s JSON', '{"a":1}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"ana"'],
    ['an older version', stored({ version: 0 })],
    ['no version', JSON.stringify(record)],
    ['5 MB', stored({ extra: 'x'.repeat(5_000_000) })],
    ['an ID token that is no JWT', stored({ idToken: 'x' })],
    ['a token that is no text', stored({ accessToken: 5 })],
    ['no access token', stored({ accessToken: '' })],
    ['a refresh token that is no text', stored({ refreshToken: {} })],
    ['a time that is no number', stored({ receivedAt: 'now' })],
    ['a time before time', stored({ receivedAt: -1 })],
    ['a lifetime of nothing', stored({ lifetimeMs: 0 })],
    ['a prototype', '{"__proto__":{"version":1,"username":"ana"}}'],
  ])('%s', (_, text) => {
    expect(readRecord(text)).toBeUndefined()
    expect(({} as Record<string, unknown>)['version']).toBeUndefined()
  })
})

test('a record of a newer version is recognised', () => {
  expect(readRecord(stored({ version: 2 }))).toBe('newer')
})

describe('a record of new tokens', () => {
  const tokens = { AccessToken: accessToken, IdToken: idToken, ExpiresIn: 300 }

  test('keeps the old refresh token if there is no new one', () => {
    expect(toRecord(tokens, record).refreshToken).toBe('refresh')
    expect(toRecord({ ...tokens, RefreshToken: 'new' }, record).refreshToken).toBe('new')
  })

  test('has the device of the access token', () => {
    expect(toRecord(tokens, { username: 'ana' }).deviceKey).toBe('eu-west-1_d')
    expect(
      toRecord({ ...tokens, AccessToken: 'opaque' }, { username: 'ana' }).deviceKey,
    ).toBeUndefined()
  })
})
