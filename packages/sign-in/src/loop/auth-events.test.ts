import { expect, test, vi } from 'vitest'
import { createUserPool } from '../testing/user-pool.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import { createAuth } from './create-auth.ts'

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  mfa: ['SMS_MFA' as const],
  attributes: { phone_number: '+15555550100' },
}

test('a sign-in and its session are told as events, without personal data', async () => {
  const pool = createUserPool({ users: [ana] })
  const onEvent = vi.fn()
  const auth = createAuth({ ...pool.config, fetch: pool.fetch, transport: fetchTransport, onEvent })
  auth.subscribe(() => {})
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalled())

  await auth.signIn({ username: 'ana', password: 'wrong' })
  await auth.signIn({ username: 'ana', password: ana.password })
  const { challenge } = auth.getState()
  if (challenge?.name === 'SMS_MFA') {
    await challenge.respond({ code: '000000' })
    await challenge.respond({ code: pool.outbox[0]?.code ?? '' })
  }
  const { session } = auth.getState()
  await session?.tokens({ forceRefresh: true })
  await session?.signOut()

  const events = onEvent.mock.calls.map(([event]) => event as object)
  expect(events).toEqual([
    { type: 'challenge-shown', challenge: 'SIGN_IN' },
    { type: 'challenge-answered', challenge: 'SIGN_IN', error: 'wrong-credentials' },
    { type: 'challenge-answered', challenge: 'SIGN_IN' },
    { type: 'challenge-shown', challenge: 'SMS_MFA' },
    { type: 'challenge-answered', challenge: 'SMS_MFA', error: 'code-wrong' },
    { type: 'challenge-answered', challenge: 'SMS_MFA' },
    { type: 'signed-in' },
    { type: 'refreshed' },
    { type: 'signed-out', reason: 'signed-out' },
    { type: 'challenge-shown', challenge: 'SIGN_IN' },
  ])
  expect(JSON.stringify(events)).not.toMatch(/ana|5555|ey/)
})

test('a listener that throws stops nothing', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const pool = createUserPool({ users: [{ ...ana, mfa: [] }] })
  const onEvent = vi.fn(() => {
    throw new Error('not ours')
  })
  const auth = createAuth({ ...pool.config, fetch: pool.fetch, transport: fetchTransport, onEvent })
  auth.subscribe(() => {})
  await auth.signIn({ username: 'ana', password: ana.password })
  expect(auth.getState().status).toBe('signed-in')
  await vi.waitFor(() => expect(onEvent).toHaveBeenCalled())
  error.mockRestore()
})
