import type { Fault, UserPoolOptions } from '@sallyport/simulator'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AuthError } from '../protocol/auth-error.ts'
import { askedOf } from '../testing/asked.test.support.ts'
import { awsSdkTransport } from '../transports/aws-sdk.ts'
import { stateSummary } from '../testing/sign-in-state.test.support.ts'
import { createUserPool } from '../testing/user-pool.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { createAuth } from './create-auth.ts'

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  attributes: { email: 'ana@example.com', phone_number: '+15555550100' },
}
const anaWithSms = { ...ana, mfa: ['SMS_MFA' as const] }
/** The user decides whether a device is remembered. A remembered one replaces the second factor. */
const optIn: UserPoolOptions = { users: [anaWithSms], devices: { trusted: true, optIn: true } }
const byItself: UserPoolOptions = { users: [anaWithSms], devices: { trusted: true } }

/** A storage in memory. */
function createMemoryStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
    removeItem: (key: string) => void items.delete(key),
  }
}

function setUp(options: UserPoolOptions = optIn, overrides: Partial<AuthOptions> = {}) {
  const pool = createUserPool(options)
  const storage = createMemoryStorage()
  const notices: AuthError[] = []
  const auth = createAuth({
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    // The flow with the fewest requests. These tests do not depend on the flow.
    authFlow: 'USER_PASSWORD_AUTH',
    deviceStorage: storage,
    onNotice: (notice) => notices.push(notice),
    ...overrides,
  })
  const operations = () => pool.requests.map(({ operation }) => operation)

  const asked = askedOf(auth)

  /** Signs in with the password and, if it is asked, the code. */
  async function signIn(username = 'ana') {
    await auth.signIn({ username, password: ana.password })
    const { challenge } = auth.getState()
    if (challenge?.name !== 'SMS_MFA') return
    await challenge.respond({ code: pool.outbox.at(-1)?.code ?? '' })
  }

  async function signInAndRemember(username = 'ana') {
    await signIn(username)
    const { challenge } = auth.getState()
    if (challenge?.name === 'REMEMBER_DEVICE') await challenge.respond({ remember: true })
    await vi.waitFor(() => expect(storage.items.size).toBeGreaterThan(0))
    expect(auth.getState().status).toBe('signed-in')
  }

  async function call(operation: string, request: object): Promise<{ Devices: Device[] }> {
    const response = await pool.fetch('https://example.com/', {
      method: 'POST',
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
      body: JSON.stringify(request),
    })
    return response.json() as Promise<{ Devices: Device[] }>
  }

  const at = { UserPoolId: pool.config.userPoolId, Username: 'ana' }

  async function devices() {
    const { Devices } = await call('AdminListDevices', at)
    return Devices.map(({ DeviceKey, DeviceAttributes }) => {
      const attributes = DeviceAttributes.map(({ Name, Value }) => [Name, Value])
      return { key: DeviceKey, ...Object.fromEntries(attributes) } as Record<string, string>
    })
  }

  async function forgetAll() {
    for (const { key } of await devices()) {
      await call('AdminForgetDevice', { ...at, DeviceKey: key })
    }
  }

  return {
    pool,
    storage,
    notices,
    auth,
    operations,
    asked,
    signIn,
    signInAndRemember,
    devices,
    forgetAll,
  }
}

/** Waits long enough for anything that must not happen. */
function waitForMore(): Promise<void> {
  return new Promise((done) => setTimeout(done, 300))
}

interface Device {
  DeviceKey: string
  DeviceAttributes: { Name: string; Value: string }[]
}

describe.each([
  ['aws-sdk', awsSdkTransport],
  ['fetch', fetchTransport],
] as const)('%s', (_, transport) => {
  test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const)(
    '%s: after one question, the device replaces the code',
    async (authFlow) => {
      const { pool, auth, asked, signIn, operations, devices } = setUp(optIn, {
        transport,
        authFlow,
      })
      await signIn()
      expect(asked('REMEMBER_DEVICE')).toMatchObject({ phase: 'asked', round: 2, username: 'ana' })
      expect(asked('REMEMBER_DEVICE')).not.toHaveProperty('expiresAt')
      expect(asked('REMEMBER_DEVICE')).not.toHaveProperty('resend')
      await asked('REMEMBER_DEVICE').respond({ remember: true })
      expect(auth.getState().status).toBe('signed-in')
      expect(operations().slice(-2)).toEqual(['ConfirmDevice', 'UpdateDeviceStatus'])
      expect(await devices()).toHaveLength(1)

      const [requests, messages] = [pool.requests.length, pool.outbox.length]
      await auth.signIn({ username: 'ana', password: ana.password })
      expect(auth.getState().status).toBe('signed-in')
      expect(pool.outbox).toHaveLength(messages)
      // The previous session is revoked last, in the background.
      await vi.waitFor(() => expect(operations().at(-1)).toBe('RevokeToken'))
      expect(operations().slice(requests)).toEqual([
        'InitiateAuth',
        ...Array.from(
          { length: authFlow === 'USER_SRP_AUTH' ? 3 : 2 },
          () => 'RespondToAuthChallenge',
        ),
        'RevokeToken',
      ])
    },
  )

  test('a pool that remembers every device does not ask', async () => {
    const { pool, auth, signIn, signInAndRemember, operations, notices } = setUp(byItself, {
      transport,
    })
    await signInAndRemember()
    expect(operations()).not.toContain('UpdateDeviceStatus')
    const messages = pool.outbox.length
    await signIn()
    expect(auth.getState().status).toBe('signed-in')
    expect(pool.outbox).toHaveLength(messages)
    expect(notices).toEqual([])
  })

  test('a device is found by the email address that was typed', async () => {
    const { pool, auth, signIn, signInAndRemember } = setUp(
      { ...optIn, aliasAttributes: ['email'] },
      { transport },
    )
    await signInAndRemember('ana@example.com')
    const messages = pool.outbox.length
    await signIn('ana@example.com')
    expect(auth.getState().status).toBe('signed-in')
    expect(pool.outbox).toHaveLength(messages)
  })
})

describe('rememberDevice', () => {
  test.each([optIn, byItself])('never: nothing is sent and nothing is stored', async (pool) => {
    const { auth, signIn, operations, storage, devices } = setUp(pool, { rememberDevice: 'never' })
    await signIn()
    expect(auth.getState().status).toBe('signed-in')
    await waitForMore()
    expect(operations()).not.toContain('ConfirmDevice')
    expect(storage.items.size).toBe(0)
    expect(await devices()).toEqual([])
  })

  test('never: a stored device is not used', async () => {
    const { pool, storage, signInAndRemember } = setUp()
    await signInAndRemember()
    const auth = createAuth({
      ...pool.config,
      fetch: pool.fetch,
      transport: fetchTransport,
      deviceStorage: storage,
      rememberDevice: 'never',
    })
    await auth.signIn({ username: 'ana', password: ana.password })
    expect(auth.getState().challenge?.name).toBe('SMS_MFA')
  })

  test.each([optIn, byItself])('always: the user is not asked', async (options) => {
    const { pool, auth, signIn, signInAndRemember } = setUp(options, { rememberDevice: 'always' })
    await signInAndRemember()
    const messages = pool.outbox.length
    await signIn()
    expect(auth.getState().status).toBe('signed-in')
    expect(pool.outbox).toHaveLength(messages)
  })

  test('always: the sign-in does not wait for ConfirmDevice', async () => {
    const { pool, auth, signIn, storage } = setUp(optIn, {
      rememberDevice: 'always',
      deadlineSeconds: 60,
    })
    pool.faults.add({ operation: 'ConfirmDevice', answer: 'hang' })
    await signIn()
    expect(auth.getState().status).toBe('signed-in')
    expect(storage.items.size).toBe(0)
    await auth.getState().session?.signOut()
  })

  test('ask: after a no, nothing is stored and the next sign-in asks again', async () => {
    const { auth, asked, signIn, operations, storage } = setUp()
    await signIn()
    await asked('REMEMBER_DEVICE').respond({ remember: false })
    expect(auth.getState().status).toBe('signed-in')
    expect(storage.items.size).toBe(0)
    expect(operations()).not.toContain('UpdateDeviceStatus')
    await signIn()
    expect(asked('REMEMBER_DEVICE').phase).toBe('asked')
  })

  test('ask: a failed UpdateDeviceStatus gives a notice, and the user is signed in', async () => {
    const { pool, auth, asked, signIn, storage, notices } = setUp()
    const error = 'InternalErrorException'
    pool.faults.add({ operation: 'UpdateDeviceStatus', answer: { error } })
    await signIn()
    await asked('REMEMBER_DEVICE').respond({ remember: true })
    expect(auth.getState().status).toBe('signed-in')
    expect(storage.items.size).toBe(0)
    expect(notices).toMatchObject([
      { code: 'service-down', details: { step: 'UpdateDeviceStatus' } },
    ])
  })
})

describe('while REMEMBER_DEVICE is on screen', () => {
  test('no token is in the state', async () => {
    const { auth, asked, signIn } = setUp()
    await signIn()
    expect(auth.getState()).toMatchObject({ status: 'signed-out', session: null })
    expect(JSON.stringify(asked('REMEMBER_DEVICE'))).not.toMatch(/eyJ/)
  })

  test('only the first answer counts', async () => {
    const { asked, signIn, operations } = setUp()
    await signIn()
    const { respond } = asked('REMEMBER_DEVICE')
    await Promise.all([respond({ remember: true }), respond({ remember: false })])
    expect(operations().filter((name) => name === 'UpdateDeviceStatus')).toHaveLength(1)
  })

  test('a restart revokes the tokens', async () => {
    const { auth, asked, signIn, operations, storage } = setUp()
    await signIn()
    const question = asked('REMEMBER_DEVICE')
    question.restart()
    await question.respond({ remember: true })
    expect(stateSummary(auth.getState())).toBe('SIGN_IN asked')
    await vi.waitFor(() => expect(operations().at(-1)).toBe('RevokeToken'))
    expect(operations()).not.toContain('UpdateDeviceStatus')
    expect(storage.items.size).toBe(0)
  })

  test('another sign-in revokes the tokens', async () => {
    const { signIn, auth, operations } = setUp()
    await signIn()
    await auth.signIn({ username: 'ana', password: ana.password })
    await vi.waitFor(() => expect(operations()).toContain('RevokeToken'))
    expect(auth.getState().challenge?.name).toBe('SMS_MFA')
  })

  test('a restart before that revokes the tokens once', async () => {
    const { pool, auth, signIn, operations, notices } = setUp()
    pool.faults.add({ operation: 'ConfirmDevice', answer: { delay: 50 } })
    const pending = signIn()
    await vi.waitFor(() => expect(operations()).toContain('ConfirmDevice'))
    auth.restart()
    await pending
    await vi.waitFor(() => expect(operations()).toContain('RevokeToken'))
    expect(operations().filter((name) => name === 'RevokeToken')).toHaveLength(1)
    expect(stateSummary(auth.getState())).toBe('SIGN_IN asked')
    expect(notices).toEqual([])
  })
})

test('tokens that come after a restart are revoked, and no device is confirmed', async () => {
  let hold: Promise<void> | undefined
  const found = setUp(byItself, {
    // Ignores its signal.
    async fetch(url, init) {
      await hold
      return found.pool.fetch(url, { ...init, signal: null })
    },
  })
  const { auth, asked, operations, storage, pool } = found
  await auth.signIn({ username: 'ana', password: ana.password })
  let release = () => {}
  hold = new Promise((done) => (release = done))
  const pending = asked('SMS_MFA').respond({ code: pool.outbox.at(-1)?.code ?? '' })
  await waitForMore()
  auth.restart()
  release()
  await pending
  await vi.waitFor(() => expect(operations()).toContain('RevokeToken'))
  await waitForMore()
  expect(operations()).not.toContain('ConfirmDevice')
  expect(storage.items.size).toBe(0)
  expect(stateSummary(auth.getState())).toBe('SIGN_IN asked')
})

const unknownDevice: Fault['answer'] = {
  error: 'ResourceNotFoundException',
  message: 'Device does not exist.',
}

describe('a device that the service has forgotten', () => {
  test('is removed from the storage, and the code is asked', async () => {
    const { auth, asked, storage, signInAndRemember, forgetAll, notices } = setUp()
    await signInAndRemember()
    await forgetAll()
    await auth.signIn({ username: 'ana', password: ana.password })
    expect(asked('SMS_MFA').phase).toBe('asked')
    expect(storage.items.size).toBe(0)
    expect(notices.map(({ code }) => code)).toEqual(['device-forgotten'])
  })

  test.each([
    ['InitiateAuth', { operation: 'InitiateAuth', call: 1, answer: unknownDevice }],
    ['PASSWORD_VERIFIER', { operation: 'RespondToAuthChallenge', call: 1, answer: unknownDevice }],
    ['DEVICE_SRP_AUTH', { operation: 'RespondToAuthChallenge', call: 2, answer: unknownDevice }],
    [
      'DEVICE_PASSWORD_VERIFIER',
      { operation: 'RespondToAuthChallenge', call: 3, answer: unknownDevice },
    ],
    [
      'DEVICE_PASSWORD_VERIFIER',
      {
        operation: 'RespondToAuthChallenge',
        call: 3,
        answer: {
          error: 'NotAuthorizedException',
          message: 'Incorrect username or password.',
        },
      },
    ],
    [
      'DEVICE_SRP_AUTH',
      {
        operation: 'RespondToAuthChallenge',
        call: 2,
        answer: { error: 'InvalidParameterException', message: 'Invalid device key given.' },
      },
    ],
  ] as const)('is dropped when %s is refused', async (step, fault) => {
    const warn = vi.spyOn(console, 'warn')
    const { pool, auth, asked, storage, signInAndRemember, operations, notices } = setUp(optIn, {
      authFlow: 'USER_SRP_AUTH',
    })
    await signInAndRemember()
    pool.faults.add(fault)
    const [requests, messages] = [pool.requests.length, pool.outbox.length]
    await auth.signIn({ username: 'ana', password: ana.password })
    // The first sign-in had the rounds 0 to 2; this one began with round 3.
    expect(asked('SMS_MFA')).toMatchObject({ phase: 'asked', round: 4 })
    expect(pool.outbox).toHaveLength(messages + 1)
    // One retry only.
    const starts = operations()
      .slice(requests)
      .filter((name) => name === 'InitiateAuth')
    expect(starts).toHaveLength(2)
    expect(storage.items.size).toBe(0)
    expect(notices).toMatchObject([{ code: 'device-forgotten', details: { step } }])
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  test('does not ask for the password again', async () => {
    const { pool, storage, signInAndRemember } = setUp(
      { ...optIn, firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
      { authFlow: 'USER_AUTH', preferredChallenge: 'PASSWORD' },
    )
    await signInAndRemember()
    const choosing = createAuth({
      ...pool.config,
      fetch: pool.fetch,
      transport: fetchTransport,
      deviceStorage: storage,
      authFlow: 'USER_AUTH',
      plainPassword: true,
    })
    pool.faults.add({ operation: 'RespondToAuthChallenge', call: 1, answer: unknownDevice })
    await choosing.signIn({ username: 'ana' })
    const { challenge } = choosing.getState()
    if (challenge?.name !== 'SELECT_CHALLENGE') throw new Error(`asked for ${challenge?.name}`)
    await challenge.respond({ choice: 'PASSWORD_SRP', password: ana.password })
    expect(choosing.getState().challenge?.name).toBe('SMS_MFA')
    expect(storage.items.size).toBe(0)
  })

  test('is not the meaning of ResourceNotFoundException if the request named no device', async () => {
    const { pool, auth, operations, notices } = setUp()
    pool.faults.add({ operation: 'InitiateAuth', answer: unknownDevice })
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    await auth.signIn({ username: 'ana', password: ana.password })
    expect(auth.getState().challenge?.error?.code).toBe('configuration')
    expect(operations()).toEqual(['InitiateAuth'])
    expect(notices).toEqual([])
    warn.mockRestore()
  })
})

test('REMEMBER_DEVICE has no chooseMethod', async () => {
  const { auth, asked } = setUp(
    {
      users: [ana],
      firstFactors: ['PASSWORD', 'EMAIL_OTP'],
      devices: { trusted: true, optIn: true },
    },
    { authFlow: 'USER_AUTH', plainPassword: true },
  )
  await auth.signIn({ username: 'ana', password: ana.password })
  const { challenge } = auth.getState()
  if (challenge?.name !== 'SELECT_CHALLENGE') throw new Error(`asked for ${challenge?.name}`)
  await challenge.respond({ choice: 'PASSWORD', password: ana.password })
  expect(asked('REMEMBER_DEVICE')).not.toHaveProperty('chooseMethod')
})

describe('a stored device', () => {
  test('of another user is not used', async () => {
    const bob = { ...anaWithSms, username: 'bob', attributes: { phone_number: '+15555550101' } }
    const { auth, asked, signInAndRemember, storage } = setUp({
      ...optIn,
      users: [anaWithSms, bob],
    })
    await signInAndRemember()
    await auth.signIn({ username: 'bob', password: ana.password })
    expect(asked('SMS_MFA').phase).toBe('asked')
    expect(storage.items.size).toBe(1)
  })

  test('of another pool is not used', async () => {
    const { storage, signInAndRemember } = setUp()
    await signInAndRemember()
    const other = setUp({ ...optIn, userPoolId: 'eu-west-1_Other' }, { deviceStorage: storage })
    await other.auth.signIn({ username: 'ana', password: ana.password })
    expect(other.asked('SMS_MFA').phase).toBe('asked')
    expect(other.notices).toEqual([])
  })

  test('of a user who was deleted and created again is removed', async () => {
    const { storage, signInAndRemember } = setUp()
    await signInAndRemember()
    const anew = setUp(optIn, { deviceStorage: storage })
    await anew.auth.signIn({ username: 'ana', password: ana.password })
    expect(anew.asked('SMS_MFA').phase).toBe('asked')
    expect(storage.items.size).toBe(0)
    expect(anew.notices.map(({ code }) => code)).toEqual(['device-forgotten'])
  })

  test.each(['key', 'groupKey', 'secret'])(
    'without its %s is removed and not used',
    async (part) => {
      const { pool, auth, asked, storage, signInAndRemember, notices } = setUp()
      await signInAndRemember()
      const [[at, text] = ['', '']] = storage.items
      storage.items.set(at, JSON.stringify({ ...JSON.parse(text), [part]: undefined }))
      const requests = pool.requests.length
      await auth.signIn({ username: 'ana', password: ana.password })
      expect(asked('SMS_MFA').phase).toBe('asked')
      expect(JSON.stringify(pool.requests.slice(requests))).not.toContain('DEVICE_KEY')
      expect(storage.items.size).toBe(0)
      expect(notices).toEqual([])
    },
  )

  test('that cannot be stored gives a notice, and the user is signed in', async () => {
    const throwing = () => {
      throw new Error('QuotaExceededError')
    }
    const { auth, asked, signIn, notices } = setUp(optIn, {
      deviceStorage: { getItem: throwing, setItem: throwing, removeItem: throwing },
    })
    await signIn()
    await asked('REMEMBER_DEVICE').respond({ remember: true })
    expect(auth.getState().status).toBe('signed-in')
    expect(notices.map(({ code }) => code)).toEqual(['storage'])
  })
})

test('a pool without devices leaves no timer running after a sign-in', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  const { auth, signIn } = setUp({ users: [ana] })
  await signIn()
  expect(auth.getState().status).toBe('signed-in')
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('a ConfirmDevice that fails', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Lets the test skip waiting times. Real time goes on too, for the arithmetic. */
  function useFakeTimeouts() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  }

  const faults: [string, Omit<Fault, 'operation'>, code: string][] = [
    ['an error of the service', { answer: { error: 'InternalErrorException' } }, 'service-down'],
    ['a limit', { answer: { error: 'TooManyRequestsException' } }, 'throttled'],
    ['a lost request', { answer: 'drop' }, 'network'],
    ['a lost answer', { answer: 'drop', when: 'after' }, 'network'],
    ['no answer in time', { answer: 'hang', when: 'after' }, 'timeout'],
    ['a page of a proxy', { answer: { status: 200, body: '<html>' } }, 'bad-answer'],
    ['a firewall', { answer: { status: 403, body: 'blocked' } }, 'blocked'],
  ]

  test('delays the sign-in by four seconds at most', async () => {
    const { pool, auth, signIn } = setUp(optIn)
    pool.faults.add({ operation: 'ConfirmDevice', answer: 'hang' })
    useFakeTimeouts()
    const pending = signIn()
    await vi.waitFor(() => expect(pool.requests.at(-1)?.operation).toBe('ConfirmDevice'))
    await vi.advanceTimersByTimeAsync(3000)
    expect(auth.getState().status).toBe('signed-out')
    await vi.advanceTimersByTimeAsync(1500)
    // Checked before `pending`: real time goes on too, so the sign-in would end anyway.
    expect(auth.getState().status).toBe('signed-in')
    await pending
    await auth.getState().session?.signOut()
  })

  describe.each(['ask', 'always'] as const)('%s', (rememberDevice) => {
    test.each(faults)(
      'with %s gives a notice, and the user is signed in',
      async (_, fault, code) => {
        const options = { rememberDevice, deadlineSeconds: 0.5 }
        const { pool, auth, signIn, notices, storage } = setUp(optIn, options)
        pool.faults.add({ operation: 'ConfirmDevice', ...fault })
        await signIn()
        expect(auth.getState().status).toBe('signed-in')
        await vi.waitFor(() => expect(notices).toHaveLength(1), 3000)
        expect(notices).toMatchObject([{ code, details: { step: 'ConfirmDevice' } }])
        expect(storage.items.size).toBe(0)
        await auth.getState().session?.signOut()
      },
    )

    test.each(faults)('with %s is repeated in the background', async (_, fault) => {
      const options = { rememberDevice, deadlineSeconds: 3 }
      const { pool, auth, signIn, storage, devices } = setUp(byItself, options)
      pool.faults.add({ operation: 'ConfirmDevice', call: 1, ...fault })
      useFakeTimeouts()
      await signIn()
      // After a lost answer, the kit does not know whether the user had to be asked.
      const unsure = fault.when === 'after' && rememberDevice === 'ask'
      const made = async () => {
        // Small steps, so that a slow machine can answer before the deadline.
        await vi.advanceTimersByTimeAsync(500)
        expect(await devices()).toHaveLength(1)
        expect(storage.items.size).toBe(unsure ? 0 : 1)
      }
      await vi.waitFor(made, { interval: 40, timeout: 15_000 })
      expect(auth.getState().status).toBe('signed-in')
    })
  })

  test('is repeated three times and gives one notice', async () => {
    const { pool, signIn, operations, notices } = setUp()
    const error = 'InternalErrorException'
    pool.faults.add({ operation: 'ConfirmDevice', answer: { error } })
    const tries = () => operations().filter((name) => name === 'ConfirmDevice').length
    useFakeTimeouts()
    await signIn()
    for (const [pause, before] of [2, 15, 60].entries()) {
      await vi.advanceTimersByTimeAsync((before - 1) * 1000)
      expect(tries()).toBe(pause + 1)
      await vi.advanceTimersByTimeAsync(1000)
      await vi.waitFor(() => expect(tries()).toBe(pause + 2))
    }
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(tries()).toBe(4)
    expect(notices).toHaveLength(1)
  })

  test('is not repeated after the user has signed out', async () => {
    const { pool, auth, signIn, operations } = setUp()
    const error = 'InternalErrorException'
    pool.faults.add({ operation: 'ConfirmDevice', answer: { error } })
    useFakeTimeouts()
    await signIn()
    await auth.getState().session?.signOut()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(operations().filter((name) => name === 'ConfirmDevice')).toHaveLength(1)
  })

  test('is aborted when the user signs out', async () => {
    const { pool, auth, signIn, operations } = setUp()
    pool.faults.add({ operation: 'ConfirmDevice', call: 1, answer: 'drop' })
    pool.faults.add({ operation: 'ConfirmDevice', call: 2, answer: 'hang' })
    const tries = () => operations().filter((name) => name === 'ConfirmDevice').length
    useFakeTimeouts()
    await signIn()
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1000)
      expect(tries()).toBe(2)
    })
    await vi.advanceTimersByTimeAsync(4000)
    await auth.getState().session?.signOut()
    await vi.advanceTimersByTimeAsync(100)
    expect(vi.getTimerCount()).toBe(0)
    expect(operations().at(-1)).toBe('RevokeToken')
  })

  test('does not ask the user after a later success', async () => {
    const { pool, auth, signIn, storage, devices, operations } = setUp()
    pool.faults.add({ operation: 'ConfirmDevice', call: 1, answer: 'drop' })
    useFakeTimeouts()
    await signIn()
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1000)
      expect(await devices()).toHaveLength(1)
    })
    vi.useRealTimers()
    await waitForMore()
    expect(auth.getState().status).toBe('signed-in')
    expect(operations()).not.toContain('UpdateDeviceStatus')
    expect(storage.items.size).toBe(0)
  })

  test('does not fail the sign-in if the listener throws', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const { pool, auth, signIn } = setUp(optIn, {
      onNotice: () => {
        throw new Error('listener')
      },
    })
    pool.faults.add({ operation: 'ConfirmDevice', answer: 'drop' })
    await signIn()
    expect(auth.getState().status).toBe('signed-in')
    await auth.getState().session?.signOut()
    log.mockRestore()
  })
})
