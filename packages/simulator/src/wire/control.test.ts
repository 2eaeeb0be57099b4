import { expect, test } from 'vitest'
import { openPool, password } from '../testing/open-pool.test.support.ts'

const users = ['ana', 'bob'].map((username, index) => ({
  username: `${username}@example.com`,
  password,
  mfa: ['SMS_MFA' as const],
  attributes: { phone_number: `+1555555010${index}` },
}))

function open() {
  const opened = openPool({ users, usernameAttributes: ['email'] })
  const control = async (method: string, path: string, body?: unknown) => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const response = await opened.pool.fetch(`http://localhost/_simulator/${path}`, init)
    return { status: response.status, body: await response.json() }
  }
  return { ...opened, control }
}

test('the outbox is filtered by any name of the user, and by destination', async () => {
  const { pool, signIn, control } = open()
  for (const { username } of users) await signIn(username)
  const [first, second] = pool.outbox
  expect((await control('GET', 'outbox')).body).toEqual([first, second])
  expect((await control('GET', 'outbox?username=bob@example.com')).body).toEqual([second])
  expect((await control('GET', `outbox?username=${first!.username}`)).body).toEqual([first])
  expect((await control('GET', 'outbox?destination=%2B15555550101')).body).toEqual([second])
  expect((await control('GET', 'outbox?username=nobody')).body).toEqual([])
})

test('the clock is read and advanced', async () => {
  const { control } = open()
  expect((await control('GET', 'clock')).body).toEqual({ now: '2026-11-21T12:00:00.000Z' })
  const advanced = await control('POST', 'clock', { advance: 90 })
  expect(advanced).toEqual({ status: 200, body: { now: '2026-11-21T12:01:30.000Z' } })
})

test('faults are planned one by one or in a list, and cleared', async () => {
  const { signIn, control } = open()
  const fault = { operation: 'InitiateAuth', answer: { error: 'TooManyRequestsException' } }
  expect((await control('POST', 'faults', [fault, fault])).body).toEqual({ added: 2 })
  expect(await signIn('ana@example.com')).toHaveProperty('__type')
  await control('DELETE', 'faults')
  expect(await signIn('ana@example.com')).toHaveProperty('Session')
})

test('reset is a new start', async () => {
  const { pool, ask, signIn, answer, control } = open()
  const asked = await signIn('ana@example.com')
  const right = { SMS_MFA_CODE: pool.outbox.at(-1)!.code }
  pool.faults.add({ operation: 'AdminGetUser', answer: 'drop' })
  await ask('AdminDeleteUser', { Username: 'bob@example.com' })
  await control('POST', 'clock', { advance: 90 })
  await control('POST', 'reset')
  expect(pool.outbox).toEqual([])
  expect(pool.requests).toEqual([])
  expect((await control('GET', 'clock')).body).toEqual({ now: '2026-11-21T12:00:00.000Z' })
  expect(await ask('AdminGetUser', { Username: 'bob@example.com' })).toHaveProperty('Username')
  expect(await answer(asked, right)).toMatchObject({ message: 'Invalid session for the user.' })
})

test('what an authenticator app shows can be read', async () => {
  const { control } = open()
  expect((await control('GET', 'totp?username=ana@example.com')).body).toEqual({})
  expect((await control('GET', 'totp')).status).toBe(400)
})

test('it is healthy', async () => {
  expect(await open().control('GET', 'health')).toEqual({ status: 200, body: { status: 'ok' } })
})

test.each<[string, unknown]>([
  ['clock', {}],
  ['clock', null],
  ['clock', { advance: '90' }],
  ['clock', { advance: 1e300 }],
  ['faults', null],
  ['faults', [{ answer: 'drop' }, {}]],
  ['faults', { answer: 'explode' }],
  ['faults', { answer: { error: 7 } }],
  ['faults', { answer: { status: 200 } }],
  ['faults', { answer: { status: 999, body: '' } }],
  ['faults', { answer: { error: 'X', headers: { 'no good': 'x' } } }],
  ['faults', { answer: { delay: -1 } }],
  ['faults', { answer: 'drop', call: 0 }],
  ['faults', { answer: 'drop', when: 'never' }],
  ['faults', { answer: 'drop', operation: 5 }],
])('%s refuses %o and says what it wants', async (path, body) => {
  const refused = await open().control('POST', path, body)
  expect(refused).toEqual({ status: 400, body: { message: expect.stringMatching(/\w{3}/) } })
})

test('other paths are nowhere', async () => {
  expect((await open().control('GET', 'secrets')).status).toBe(404)
})
