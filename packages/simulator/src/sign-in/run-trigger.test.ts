import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exception, openPool, password } from '../testing/open-pool.test.support.ts'

const users = [{ username: 'ana', password }]
const late = exception(
  'UnexpectedLambdaException',
  'PreAuthentication invocation failed due to error Socket timeout while invoking Lambda function.',
)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
})

test('a trigger that never returns times out after five seconds of real time', async () => {
  const called = vi.fn<() => void>()
  const { pool, signIn } = openPool({
    users,
    triggers: {
      preAuthentication() {
        called()
        return new Promise<never>(() => {})
      },
    },
  })
  const over = vi.fn<() => void>()
  const answer = signIn('ana').finally(over)
  while (called.mock.calls.length === 0) await new Promise(setImmediate)
  pool.clock.advance(3600)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(over).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(await answer).toEqual(late)
})

test('a trigger that returns or throws leaves no timer running', async () => {
  const { signIn } = openPool({ users, triggers: { preAuthentication: (event) => event } })
  expect(await signIn('ana')).toHaveProperty('AuthenticationResult')
  const failing = openPool({
    users,
    triggers: {
      preAuthentication() {
        throw new Error('no')
      },
    },
  })
  expect(await failing.signIn('ana')).toEqual(
    exception('UserLambdaValidationException', 'PreAuthentication failed with error no.'),
  )
  expect(vi.getTimerCount()).toBe(0)
})
