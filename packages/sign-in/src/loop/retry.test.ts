import type { UserPoolOptions } from '@sallyport/simulator'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createUserPool } from '../testing/user-pool.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { createAuth } from './create-auth.ts'

// Refusals after which the loop starts the sign-in again, without asking the user.

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  attributes: { phone_number: '+15555550100' },
}
const credentials = { username: 'ana', password: ana.password }
const hour = 3_600_000

function setUp(options: UserPoolOptions = { users: [ana] }, overrides: Partial<AuthOptions> = {}) {
  const pool = createUserPool(options)
  const auth = createAuth({
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    ...overrides,
  })
  const operations = () => pool.requests.map(({ operation }) => operation)
  return { pool, auth, operations }
}

describe('a wrong clock of the page', () => {
  let real = 0
  beforeEach(() => {
    real = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: real })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** The clock of the page is wrong by `by` milliseconds; that of the service is right. */
  function setUpWithClock(
    by: number,
    options?: UserPoolOptions,
    overrides: Partial<AuthOptions> = {},
  ) {
    const found = setUp(options, {
      fetch: async (...request) => {
        vi.setSystemTime(real)
        const response = await found.pool.fetch(...request)
        vi.setSystemTime(real + by)
        const bare = new Response(response.body, response)
        if (overrides.endpoint) bare.headers.delete('date')
        return bare
      },
      ...overrides,
    })
    vi.setSystemTime(real + by)
    return found
  }

  test.each([hour, -hour, 30 * 24 * hour])(
    'by %d ms: the retry with the service clock signs in',
    async (by) => {
      const { auth, operations } = setUpWithClock(by)
      await auth.signIn(credentials)
      expect(auth.getState().status).toBe('signed-in')
      expect(operations()).toEqual([
        'InitiateAuth',
        'RespondToAuthChallenge',
        'InitiateAuth',
        'RespondToAuthChallenge',
      ])
    },
  )

  test('is corrected for the next sign-in too', async () => {
    const { auth, operations } = setUpWithClock(hour)
    await auth.signIn(credentials)
    await auth.signIn(credentials)
    expect(auth.getState().status).toBe('signed-in')
    expect(operations().filter((name) => name !== 'RevokeToken')).toHaveLength(6)
  })

  test('is not the error once the service clock is in use', async () => {
    const { auth, operations } = setUpWithClock(hour)
    await auth.signIn(credentials)
    await auth.signIn({ ...credentials, password: 'wrong' })
    expect(auth.getState().challenge?.error?.code).toBe('wrong-credentials')
    expect(operations()).toHaveLength(6)
  })

  test('does not prevent a second factor', async () => {
    const { auth, pool } = setUpWithClock(hour, { users: [{ ...ana, mfa: ['SMS_MFA'] }] })
    await auth.signIn(credentials)
    expect(auth.getState().challenge).toMatchObject({ name: 'SMS_MFA', phase: 'asked', round: 1 })
    expect(pool.outbox).toHaveLength(1)
  })

  test('does not forget the remembered device', async () => {
    const stored = new Map<string, string>()
    const deviceStorage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => void stored.set(key, text),
      removeItem: (key: string) => void stored.delete(key),
    }
    const onNotice = vi.fn()
    const { auth } = setUpWithClock(
      hour,
      { devices: { trusted: true }, users: [ana] },
      { authFlow: 'USER_PASSWORD_AUTH', deviceStorage, onNotice },
    )
    await auth.signIn(credentials)
    await vi.waitFor(() => expect(stored.size).toBe(1))
    await auth.signIn(credentials)
    expect(auth.getState().status).toBe('signed-in')
    expect(stored.size).toBe(1)
    expect(onNotice).not.toHaveBeenCalled()
  })

  test('does not hide that the password is wrong', async () => {
    const { auth, operations } = setUpWithClock(hour)
    await auth.signIn({ ...credentials, password: 'wrong' })
    expect(auth.getState().challenge?.error).toMatchObject({
      code: 'wrong-credentials',
      details: { step: 'PASSWORD_VERIFIER', challengeKept: false },
    })
    expect(operations()).toHaveLength(4)
    await auth.signIn(credentials)
    expect(auth.getState().status).toBe('signed-in')
  })

  test('is not the error if the answers have no Date header', async () => {
    const { auth, operations } = setUpWithClock(hour, undefined, {
      endpoint: 'https://example.com/',
    })
    await auth.signIn(credentials)
    expect(auth.getState().challenge?.error?.code).toBe('wrong-credentials')
    expect(operations()).toHaveLength(2)
  })

  test('of a minute is ignored', async () => {
    const { auth, operations } = setUpWithClock(60_000)
    await auth.signIn({ ...credentials, password: 'wrong' })
    expect(auth.getState().challenge?.error?.code).toBe('wrong-credentials')
    expect(operations()).toHaveLength(2)
  })
})

test('a wrong clock of the service does not refuse a right password', async () => {
  const found = setUp(undefined, {
    fetch: async (...request) => {
      const response = await found.pool.fetch(...request)
      response.headers.set('date', new Date(Date.now() + hour).toUTCString())
      return response
    },
  })
  await found.auth.signIn(credentials)
  expect(found.auth.getState().status).toBe('signed-in')
  expect(found.operations()).toHaveLength(2)
})

test('a service clock that changes all the time causes one retry only', async () => {
  let hours = 0
  const found = setUp(undefined, {
    fetch: async (...request) => {
      const response = await found.pool.fetch(...request)
      response.headers.set('date', new Date(Date.now() + ++hours * hour).toUTCString())
      return response
    },
  })
  await found.auth.signIn({ ...credentials, password: 'wrong' })
  expect(found.auth.getState().challenge?.error?.code).toBe('clock')
  expect(found.operations()).toHaveLength(4)
  // The next sign-in uses the clock of the page again, which is right.
  await found.auth.signIn(credentials)
  expect(found.auth.getState().status).toBe('signed-in')
  expect(found.operations()).toHaveLength(6)
})

test('a precomputed key pair is used for one sign-in only', async () => {
  const keys: unknown[] = []
  const found = setUp(undefined, {
    fetch: async (url, init) => {
      const { AuthParameters } = JSON.parse(init?.body as string) as {
        AuthParameters?: { SRP_A: string }
      }
      if (AuthParameters) keys.push(AuthParameters.SRP_A)
      return found.pool.fetch(url, init)
    },
  })
  // The first start is refused, so that its key pair makes no proof.
  found.pool.faults.add({
    operation: 'InitiateAuth',
    call: 1,
    answer: { error: 'TooManyRequestsException' },
  })
  found.auth.preload()
  await found.auth.signIn(credentials)
  await found.auth.signIn(credentials)
  expect(found.auth.getState().status).toBe('signed-in')
  expect(new Set(keys).size).toBe(2)
})

test('the limit of automatic steps is counted from the last action of the user', async () => {
  const { auth, pool } = setUp(
    { users: [{ ...ana, mfa: ['SMS_MFA'] }] },
    { resendCooldownSeconds: 0 },
  )
  await auth.signIn(credentials)
  for (let times = 0; times < 10; times++) {
    const { challenge } = auth.getState()
    if (challenge?.name === 'SMS_MFA') await challenge.resend?.()
  }
  expect(auth.getState().challenge).toMatchObject({ name: 'SMS_MFA', phase: 'asked' })
  expect(pool.outbox).toHaveLength(11)
})

describe('a lost InitiateAuth', () => {
  test.each([
    ['no answer', 'drop'],
    ['an error of the service', { error: 'InternalErrorException' }],
  ] as const)('is sent once more after %s', async (_, answer) => {
    const { auth, pool, operations } = setUp()
    pool.faults.add({ operation: 'InitiateAuth', call: 1, answer })
    await auth.signIn(credentials)
    expect(auth.getState().status).toBe('signed-in')
    expect(operations()).toEqual(['InitiateAuth', 'InitiateAuth', 'RespondToAuthChallenge'])
  })

  test('is not sent a third time', async () => {
    const { auth, pool, operations } = setUp()
    pool.faults.add({ operation: 'InitiateAuth', answer: { error: 'InternalErrorException' } })
    await auth.signIn(credentials)
    expect(auth.getState().challenge?.error?.code).toBe('service-down')
    expect(operations()).toHaveLength(2)
  })

  test.each(['USER_PASSWORD_AUTH', 'CUSTOM_AUTH', 'USER_AUTH'] as const)(
    'of %s is not sent again, because it may count a failure or send a message',
    async (authFlow) => {
      const { auth, pool, operations } = setUp(undefined, { authFlow })
      pool.faults.add({ operation: 'InitiateAuth', answer: { error: 'InternalErrorException' } })
      await auth.signIn(credentials)
      expect(operations()).toEqual(['InitiateAuth'])
    },
  )

  test('is not sent again if the service refused it', async () => {
    const { auth, pool, operations } = setUp()
    pool.faults.add({ operation: 'InitiateAuth', answer: { error: 'TooManyRequestsException' } })
    await auth.signIn(credentials)
    expect(auth.getState().challenge?.error?.code).toBe('throttled')
    expect(operations()).toHaveLength(1)
  })
})

describe('a service that asks the same again and again', () => {
  test.each([
    ['PASSWORD_SRP', { authFlow: 'USER_AUTH', preferredChallenge: 'PASSWORD_SRP' }],
    ['PASSWORD', { authFlow: 'USER_AUTH', preferredChallenge: 'PASSWORD' }],
    ['SELECT_MFA_TYPE', {}],
    ['PASSWORD_VERIFIER', {}],
  ] as const)('ends in a bad answer: %s', async (ChallengeName, overrides) => {
    const sent = vi.fn()
    const { auth } = setUp(undefined, {
      ...overrides,
      fetch: async () => {
        sent()
        return Response.json({
          ChallengeName,
          Session: 'a-session-of-twenty-characters',
          AvailableChallenges: [ChallengeName],
          ChallengeParameters: {
            MFAS_CAN_CHOOSE: '["SMS_MFA"]',
            SRP_B: '2',
            SALT: '1',
            SECRET_BLOCK: 'AAAA',
            USER_ID_FOR_SRP: 'ana',
          },
        })
      },
    })
    await auth.signIn(credentials)
    expect(auth.getState().challenge?.error?.code).toBe('bad-answer')
    expect(sent.mock.calls.length).toBeLessThan(12)
  })
})
