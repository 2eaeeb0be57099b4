import { describe, expect, test } from 'vitest'
import { noon, openPool, password } from '../testing/open-pool.test.support.ts'

const users = ['ana', 'bob'].map((username, index) => ({
  username: `${username}@example.com`,
  password,
  mfa: ['SMS_MFA' as const],
  attributes: { phone_number: `+1555555010${index}` },
}))

function open(now: number = noon) {
  const sam = { username: 'sam@example.com', password }
  const opened = openPool({ users: [...users, sam], usernameAttributes: ['email'], now: () => now })
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

test('the clock is not advanced beyond the last valid date', async () => {
  const { control } = open(8.64e15)
  expect((await control('POST', 'clock', { advance: 1 })).status).toBe(400)
  expect((await control('GET', 'clock')).body).toEqual({ now: '+275760-09-13T00:00:00.000Z' })
})

test('faults are planned one by one or in a list, and cleared', async () => {
  const { signIn, control } = open()
  const fault = { operation: 'InitiateAuth', answer: { error: 'TooManyRequestsException' } }
  expect((await control('POST', 'faults', [fault, fault])).body).toEqual({ added: 2 })
  expect(await signIn('ana@example.com')).toHaveProperty('__type')
  await control('DELETE', 'faults')
  expect(await signIn('ana@example.com')).toHaveProperty('Session')
})

test('reset restores the initial state', async () => {
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

test('the code of an authenticator app can be read', async () => {
  const { control } = open()
  expect((await control('GET', 'totp?username=ana@example.com')).body).toEqual({})
  expect((await control('GET', 'totp')).status).toBe(400)
})

test('GET health answers ok', async () => {
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
])('%s refuses %o with an explanation', async (path, body) => {
  const refused = await open().control('POST', path, body)
  expect(refused).toEqual({ status: 400, body: { message: expect.stringMatching(/\w{3}/) } })
})

test('other paths answer 404', async () => {
  expect((await open().control('GET', 'secrets')).status).toBe(404)
})

describe('two pools with a user of the same name', () => {
  async function openBoth() {
    const { ask, control, pool, signIn } = open()
    const { UserPool } = await ask('CreateUserPool', {
      PoolName: 'other',
      AliasAttributes: ['email'],
    })
    const other = (UserPool as { Id: string }).Id
    const email = users[0]!.username
    const attributes = { email, email_verified: 'true' }
    await ask('AdminCreateUser', {
      UserPoolId: other,
      Username: 'ana',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    })
    await signIn(email)
    return { ask, control, pool, email, other, userPoolId: pool.config.userPoolId }
  }

  test('have separate messages in the outbox', async () => {
    const { control, pool, email, other, userPoolId } = await openBoth()
    const [invitation, code] = pool.outbox
    const find = async (query: string) => (await control('GET', `outbox?${query}`)).body
    expect(await find(`username=${email}`)).toEqual([invitation, code])
    expect(await find(`username=${email}&userPoolId=${other}`)).toEqual([invitation])
    expect(await find(`userPoolId=${userPoolId}`)).toEqual([code])
    expect(await find('userPoolId=eu-west-1_Nowhere')).toEqual([])
  })

  test('have separate authenticator apps', async () => {
    const { ask, control, pool, other, userPoolId } = await openBoth()
    const { AuthenticationResult: tokens } = await ask('AdminInitiateAuth', {
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'sam@example.com', PASSWORD: password },
    })
    await ask('AssociateSoftwareToken', tokens)
    const show = async (id: string) => {
      return (await control('GET', `totp?username=sam@example.com&userPoolId=${id}`)).body
    }
    expect(await show(userPoolId)).toEqual(pool.totp('sam@example.com'))
    expect(pool.totp('sam@example.com', userPoolId)).toHaveProperty('code')
    expect(await show(other)).toEqual({})
  })
})
