import { describe, expect, test, vi } from 'vitest'
import { createSimulator } from './create-simulator.ts'
import * as door from './index.ts'
import { createOutbox, type SentMessage } from './outbox.ts'
import { openPool, password } from './testing/open-pool.test.support.ts'

const attributes = { phone_number: '+15555550134' }
const users = [{ username: 'ana', password, mfa: ['SMS_MFA' as const], attributes }]

test('the package exports exactly these values', () => {
  expect(Object.keys(door).toSorted()).toEqual([
    'createSimulator',
    'createUserPool',
    'generateSigningKeys',
  ])
})

test('the outbox is the same array until the next message', async () => {
  const { pool, signIn } = openPool({ users })
  const empty = pool.outbox
  expect(pool.outbox).toBe(empty)
  await signIn('ana')
  expect(pool.outbox).not.toBe(empty)
  expect(empty).toEqual([])
})

test('listeners are called for messages and authenticators until they unsubscribe', async () => {
  const { pool, ask, signIn } = openPool({ users: [...users, { username: 'bob', password }] })
  const listener = vi.fn<() => void>()
  const leave = pool.subscribe(listener)
  await signIn('ana')
  expect(listener).toHaveBeenCalledTimes(1)
  const { AuthenticationResult: tokens } = await signIn('bob')
  await ask('AssociateSoftwareToken', tokens)
  expect(listener).toHaveBeenCalledTimes(2)
  leave()
  await signIn('ana')
  expect(listener).toHaveBeenCalledTimes(2)
})

test('the list of requests contains no secrets', async () => {
  const { pool, signIn } = openPool({ users })
  await signIn('ana')
  expect(pool.requests).toEqual([{ operation: 'InitiateAuth', at: Date.UTC(2026, 10, 21, 12) }])
})

test('a simulator keeps the last ten thousand requests and messages', async () => {
  const { pool, ask } = openPool()
  for (let at = 0; at < 10_000; at += 1) await ask('ListUsers', {})
  await ask('ListUserPools', { MaxResults: 1 })
  expect(pool.requests).toHaveLength(10_000)
  expect(pool.requests.at(-1)?.operation).toBe('ListUserPools')

  const outbox = createOutbox(() => {})
  for (let at = 0; at <= 10_000; at += 1) outbox.send({ code: `${at}` } as SentMessage)
  expect(outbox.messages).toHaveLength(10_000)
  expect(outbox.messages[0]).toEqual({ code: '1' })
  expect(outbox.messages.at(-1)).toEqual({ code: '10000' })
})

describe('an authenticator app', () => {
  const fox = { username: 'fox', password, totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }

  test('shows the codes of RFC 6238 and how long they last', () => {
    const { pool } = openPool({ users: [fox], now: () => 59_000 })
    expect(pool.totp('fox')).toEqual({ code: '287082', secondsLeft: 1, verified: true })
    pool.clock.advance(1)
    expect(pool.totp('fox')).toMatchObject({ secondsLeft: 30 })
  })

  test('shows nothing for users without one', () => {
    const { pool } = openPool({ users })
    expect(pool.totp('ana')).toBeUndefined()
    expect(pool.totp('nobody')).toBeUndefined()
  })

  test('survives a reset', () => {
    const { pool } = openPool({ users: [{ ...fox, mfa: ['SOFTWARE_TOKEN_MFA'] }] })
    const before = pool.totp('fox')
    pool.reset()
    expect(pool.totp('fox')).toEqual(before)
  })
})

describe('a simulator without pools', () => {
  test('has the pools that clients create', async () => {
    const simulator = createSimulator()
    const response = await simulator.fetch('http://localhost/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools' },
      body: '{"MaxResults":10}',
    })
    expect(await response.json()).toEqual({ UserPools: [] })
  })
})

describe('a caller that aborts', () => {
  test('is rejected before the answer', async () => {
    const { pool } = openPool()
    const signal = AbortSignal.abort()
    await expect(pool.fetch('http://localhost/', { signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
