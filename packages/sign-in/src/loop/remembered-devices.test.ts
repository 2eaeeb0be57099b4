import type { Fault, UserPoolOptions } from '@sallyport/simulator'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AuthError } from '../protocol/auth-error.ts'
import { askedOf } from '../testing/asked.test.support.ts'
import { awsSdkTransport } from '../transports/aws-sdk.ts'
import { standing } from '../testing/sign-in-state.test.support.ts'
import { createUserPool } from '../testing/user-pool.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { createAuth } from './create-auth.ts'

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  attributes: { email: 'ana@example.com', phone_number: '+15555550100' },
}
const byText = { ...ana, mfa: ['SMS_MFA' as const] }
/** The user is asked; and then no second factor is. */
const optIn: UserPoolOptions = { users: [byText], devices: { trusted: true, optIn: true } }
const byItself: UserPoolOptions = { users: [byText], devices: { trusted: true } }

/** What `localStorage` is to a browser. */
function createShelf() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

function ready(options: UserPoolOptions = optIn, own: Partial<AuthOptions> = {}) {
  const pool = createUserPool(options)
  const shelf = createShelf()
  const notices: AuthError[] = []
  const auth = createAuth({
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    // The fewest requests: what is shown here is the same in every flow.
    authFlow: 'USER_PASSWORD_AUTH',
    deviceStorage: shelf,
    onNotice: (notice) => notices.push(notice),
    ...own,
  })
  const operations = () => pool.requests.map(({ operation }) => operation)

  const asked = askedOf(auth)

  /** Up to the tokens, with the code that was texted. */
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
    await vi.waitFor(() => expect(shelf.kept.size).toBeGreaterThan(0))
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
    shelf,
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

/** Long enough for what must not happen to happen. */
function awhile(): Promise<void> {
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
    '%s: a device is asked about once, and then stands in for the code',
    async (authFlow) => {
      const { pool, auth, asked, signIn, operations, devices } = ready(optIn, {
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
      // Last, and in the background, the session before this one is revoked.
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

  test('a pool that remembers by itself asks nobody', async () => {
    const { pool, auth, signIn, signInAndRemember, operations, notices } = ready(byItself, {
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

  test('by the e-mail address that was typed', async () => {
    const { pool, auth, signIn, signInAndRemember } = ready(
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
  test.each([optIn, byItself])('never: nothing is sent and nothing is kept', async (pool) => {
    const { auth, signIn, operations, shelf, devices } = ready(pool, { rememberDevice: 'never' })
    await signIn()
    expect(auth.getState().status).toBe('signed-in')
    await awhile()
    expect(operations()).not.toContain('ConfirmDevice')
    expect(shelf.kept.size).toBe(0)
    expect(await devices()).toEqual([])
  })

  test('never: what was kept before is not used', async () => {
    const { pool, shelf, signInAndRemember } = ready()
    await signInAndRemember()
    const auth = createAuth({
      ...pool.config,
      fetch: pool.fetch,
      transport: fetchTransport,
      deviceStorage: shelf,
      rememberDevice: 'never',
    })
    await auth.signIn({ username: 'ana', password: ana.password })
    expect(auth.getState().challenge?.name).toBe('SMS_MFA')
  })

  test.each([optIn, byItself])('always: nobody is asked', async (options) => {
    const { pool, auth, signIn, signInAndRemember } = ready(options, { rememberDevice: 'always' })
    await signInAndRemember()
    const messages = pool.outbox.length
    await signIn()
    expect(auth.getState().status).toBe('signed-in')
    expect(pool.outbox).toHaveLength(messages)
  })

  test('always: signed in at once, whatever becomes of the device', async () => {
    const { pool, auth, signIn, shelf } = ready(optIn, {
      rememberDevice: 'always',
      deadlineSeconds: 60,
    })
    pool.faults.add({ operation: 'ConfirmDevice', answer: 'hang' })
    await signIn()
    expect(auth.getState().status).toBe('signed-in')
    expect(shelf.kept.size).toBe(0)
    await auth.getState().session?.signOut()
  })

  test('ask: a no keeps nothing, and the next sign-in asks again', async () => {
    const { auth, asked, signIn, operations, shelf } = ready()
    await signIn()
    await asked('REMEMBER_DEVICE').respond({ remember: false })
    expect(auth.getState().status).toBe('signed-in')
    expect(shelf.kept.size).toBe(0)
    expect(operations()).not.toContain('UpdateDeviceStatus')
    await signIn()
    expect(asked('REMEMBER_DEVICE').phase).toBe('asked')
  })

  test('ask: signed in although the yes could not be passed on', async () => {
    const { pool, auth, asked, signIn, shelf, notices } = ready()
    const error = 'InternalErrorException'
    pool.faults.add({ operation: 'UpdateDeviceStatus', answer: { error } })
    await signIn()
    await asked('REMEMBER_DEVICE').respond({ remember: true })
    expect(auth.getState().status).toBe('signed-in')
    expect(shelf.kept.size).toBe(0)
    expect(notices).toMatchObject([
      { code: 'service-down', details: { step: 'UpdateDeviceStatus' } },
    ])
  })
})

describe('while the question stands', () => {
  test('no token is in the state', async () => {
    const { auth, asked, signIn } = ready()
    await signIn()
    expect(auth.getState()).toMatchObject({ status: 'signed-out', session: null })
    expect(JSON.stringify(asked('REMEMBER_DEVICE'))).not.toMatch(/eyJ/)
  })

  test('an answer is taken once', async () => {
    const { asked, signIn, operations } = ready()
    await signIn()
    const { respond } = asked('REMEMBER_DEVICE')
    await Promise.all([respond({ remember: true }), respond({ remember: false })])
    expect(operations().filter((name) => name === 'UpdateDeviceStatus')).toHaveLength(1)
  })

  test('a restart ends the session that nobody has seen', async () => {
    const { auth, asked, signIn, operations, shelf } = ready()
    await signIn()
    const question = asked('REMEMBER_DEVICE')
    question.restart()
    await question.respond({ remember: true })
    expect(standing(auth.getState())).toBe('SIGN_IN asked')
    await vi.waitFor(() => expect(operations().at(-1)).toBe('RevokeToken'))
    expect(operations()).not.toContain('UpdateDeviceStatus')
    expect(shelf.kept.size).toBe(0)
  })

  test('another sign-in ends it, too', async () => {
    const { signIn, auth, operations } = ready()
    await signIn()
    await auth.signIn({ username: 'ana', password: ana.password })
    await vi.waitFor(() => expect(operations()).toContain('RevokeToken'))
    expect(auth.getState().challenge?.name).toBe('SMS_MFA')
  })

  test('a restart before it is asked revokes once', async () => {
    const { pool, auth, signIn, operations, notices } = ready()
    pool.faults.add({ operation: 'ConfirmDevice', answer: { delay: 50 } })
    const under = signIn()
    await vi.waitFor(() => expect(operations()).toContain('ConfirmDevice'))
    auth.restart()
    await under
    await vi.waitFor(() => expect(operations()).toContain('RevokeToken'))
    expect(operations().filter((name) => name === 'RevokeToken')).toHaveLength(1)
    expect(standing(auth.getState())).toBe('SIGN_IN asked')
    expect(notices).toEqual([])
  })
})

test('tokens that come after a restart are revoked, and make no device known', async () => {
  let hold: Promise<void> | undefined
  const found = ready(byItself, {
    // Pays no heed to its signal.
    async fetch(url, init) {
      await hold
      return found.pool.fetch(url, { ...init, signal: null })
    },
  })
  const { auth, asked, operations, shelf, pool } = found
  await auth.signIn({ username: 'ana', password: ana.password })
  let release = () => {}
  hold = new Promise((done) => (release = done))
  const under = asked('SMS_MFA').respond({ code: pool.outbox.at(-1)?.code ?? '' })
  await awhile()
  auth.restart()
  release()
  await under
  await vi.waitFor(() => expect(operations()).toContain('RevokeToken'))
  await awhile()
  expect(operations()).not.toContain('ConfirmDevice')
  expect(shelf.kept.size).toBe(0)
  expect(standing(auth.getState())).toBe('SIGN_IN asked')
})

const gone: Fault['answer'] = {
  error: 'ResourceNotFoundException',
  message: 'Device does not exist.',
}

describe('a device that the service has forgotten', () => {
  test('is forgotten here, too, and the sign-in goes on to the code', async () => {
    const { auth, asked, shelf, signInAndRemember, forgetAll, notices } = ready()
    await signInAndRemember()
    await forgetAll()
    await auth.signIn({ username: 'ana', password: ana.password })
    expect(asked('SMS_MFA').phase).toBe('asked')
    expect(shelf.kept.size).toBe(0)
    expect(notices.map(({ code }) => code)).toEqual(['device-forgotten'])
  })

  test.each([
    ['InitiateAuth', { operation: 'InitiateAuth', call: 1, answer: gone }],
    ['PASSWORD_VERIFIER', { operation: 'RespondToAuthChallenge', call: 1, answer: gone }],
    ['DEVICE_SRP_AUTH', { operation: 'RespondToAuthChallenge', call: 2, answer: gone }],
    ['DEVICE_PASSWORD_VERIFIER', { operation: 'RespondToAuthChallenge', call: 3, answer: gone }],
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
  ] as const)('as said in answer to %s', async (step, fault) => {
    const warn = vi.spyOn(console, 'warn')
    const { pool, auth, asked, shelf, signInAndRemember, operations, notices } = ready(optIn, {
      authFlow: 'USER_SRP_AUTH',
    })
    await signInAndRemember()
    pool.faults.add(fault)
    const [requests, messages] = [pool.requests.length, pool.outbox.length]
    await auth.signIn({ username: 'ana', password: ana.password })
    // The screens of the first sign-in were 0 to 2, this one's start was 3.
    expect(asked('SMS_MFA')).toMatchObject({ phase: 'asked', round: 4 })
    expect(pool.outbox).toHaveLength(messages + 1)
    // Once more from the start: a second time it is not mended.
    const starts = operations()
      .slice(requests)
      .filter((name) => name === 'InitiateAuth')
    expect(starts).toHaveLength(2)
    expect(shelf.kept.size).toBe(0)
    expect(notices).toMatchObject([{ code: 'device-forgotten', details: { step } }])
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  test('costs no password that was typed: it is not asked for twice', async () => {
    const { pool, shelf, signInAndRemember } = ready(
      { ...optIn, firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
      { authFlow: 'USER_AUTH', preferredChallenge: 'PASSWORD' },
    )
    await signInAndRemember()
    const choosing = createAuth({
      ...pool.config,
      fetch: pool.fetch,
      transport: fetchTransport,
      deviceStorage: shelf,
      authFlow: 'USER_AUTH',
      plainPassword: true,
    })
    pool.faults.add({ operation: 'RespondToAuthChallenge', call: 1, answer: gone })
    await choosing.signIn({ username: 'ana' })
    const { challenge } = choosing.getState()
    if (challenge?.name !== 'SELECT_CHALLENGE') throw new Error(`asked for ${challenge?.name}`)
    await challenge.respond({ choice: 'PASSWORD_SRP', password: ana.password })
    expect(choosing.getState().challenge?.name).toBe('SMS_MFA')
    expect(shelf.kept.size).toBe(0)
  })

  test('is not what a ResourceNotFoundException means where none was named', async () => {
    const { pool, auth, operations, notices } = ready()
    pool.faults.add({ operation: 'InitiateAuth', answer: gone })
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    await auth.signIn({ username: 'ana', password: ana.password })
    expect(auth.getState().challenge?.error?.code).toBe('configuration')
    expect(operations()).toEqual(['InitiateAuth'])
    expect(notices).toEqual([])
    warn.mockRestore()
  })
})

test('a question is no way to sign in, where it follows the choice of one', async () => {
  const { auth, asked } = ready(
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

describe('a record', () => {
  test('of another user is not used', async () => {
    const bob = { ...byText, username: 'bob', attributes: { phone_number: '+15555550101' } }
    const { auth, asked, signInAndRemember, shelf } = ready({ ...optIn, users: [byText, bob] })
    await signInAndRemember()
    await auth.signIn({ username: 'bob', password: ana.password })
    expect(asked('SMS_MFA').phase).toBe('asked')
    expect(shelf.kept.size).toBe(1)
  })

  test('of another pool is not used', async () => {
    const { shelf, signInAndRemember } = ready()
    await signInAndRemember()
    const other = ready({ ...optIn, userPoolId: 'eu-west-1_Other' }, { deviceStorage: shelf })
    await other.auth.signIn({ username: 'ana', password: ana.password })
    expect(other.asked('SMS_MFA').phase).toBe('asked')
    expect(other.notices).toEqual([])
  })

  test('of a user who was deleted and made anew is dropped', async () => {
    const { shelf, signInAndRemember } = ready()
    await signInAndRemember()
    const anew = ready(optIn, { deviceStorage: shelf })
    await anew.auth.signIn({ username: 'ana', password: ana.password })
    expect(anew.asked('SMS_MFA').phase).toBe('asked')
    expect(shelf.kept.size).toBe(0)
    expect(anew.notices.map(({ code }) => code)).toEqual(['device-forgotten'])
  })

  test.each(['key', 'groupKey', 'secret'])('without its %s is none', async (part) => {
    const { pool, auth, asked, shelf, signInAndRemember, notices } = ready()
    await signInAndRemember()
    const [[at, text] = ['', '']] = shelf.kept
    shelf.kept.set(at, JSON.stringify({ ...JSON.parse(text), [part]: undefined }))
    const requests = pool.requests.length
    await auth.signIn({ username: 'ana', password: ana.password })
    expect(asked('SMS_MFA').phase).toBe('asked')
    expect(JSON.stringify(pool.requests.slice(requests))).not.toContain('DEVICE_KEY')
    expect(shelf.kept.size).toBe(0)
    expect(notices).toEqual([])
  })

  test('that cannot be kept is no reason not to be signed in', async () => {
    const broken = () => {
      throw new Error('QuotaExceededError')
    }
    const { auth, asked, signIn, notices } = ready(optIn, {
      deviceStorage: { getItem: broken, setItem: broken, removeItem: broken },
    })
    await signIn()
    await asked('REMEMBER_DEVICE').respond({ remember: true })
    expect(auth.getState().status).toBe('signed-in')
    expect(notices.map(({ code }) => code)).toEqual(['storage'])
  })
})

test('a pool that keeps no devices leaves nothing running behind a sign-in', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  const { auth, signIn } = ready({ users: [ana] })
  await signIn()
  expect(auth.getState().status).toBe('signed-in')
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('a ConfirmDevice that fails', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  /** From here on the tests can skip what is waited for; arithmetic takes its time. */
  function hurry() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  }

  const faults: [string, Omit<Fault, 'operation'>, code: string][] = [
    ['a service in trouble', { answer: { error: 'InternalErrorException' } }, 'service-down'],
    ['a limit', { answer: { error: 'TooManyRequestsException' } }, 'throttled'],
    ['a lost request', { answer: 'drop' }, 'network'],
    ['a lost answer', { answer: 'drop', when: 'after' }, 'network'],
    ['no answer in time', { answer: 'hang', when: 'after' }, 'timeout'],
    ['a page of a proxy', { answer: { status: 200, body: '<html>' } }, 'bad-answer'],
    ['a firewall', { answer: { status: 403, body: 'blocked' } }, 'blocked'],
  ]

  test('keeps nobody waiting for longer than four seconds', async () => {
    const { pool, auth, signIn } = ready(optIn)
    pool.faults.add({ operation: 'ConfirmDevice', answer: 'hang' })
    hurry()
    const under = signIn()
    await vi.waitFor(() => expect(pool.requests.at(-1)?.operation).toBe('ConfirmDevice'))
    await vi.advanceTimersByTimeAsync(3000)
    expect(auth.getState().status).toBe('signed-out')
    await vi.advanceTimersByTimeAsync(1500)
    // Before the press is waited for: real time goes on as well, and would get there in the end.
    expect(auth.getState().status).toBe('signed-in')
    await under
    await auth.getState().session?.signOut()
  })

  describe.each(['ask', 'always'] as const)('%s', (rememberDevice) => {
    test.each(faults)('%s: signed in, with a notice', async (_, fault, code) => {
      const options = { rememberDevice, deadlineSeconds: 0.5 }
      const { pool, auth, signIn, notices, shelf } = ready(optIn, options)
      pool.faults.add({ operation: 'ConfirmDevice', ...fault })
      await signIn()
      expect(auth.getState().status).toBe('signed-in')
      await vi.waitFor(() => expect(notices).toHaveLength(1), 3000)
      expect(notices).toMatchObject([{ code, details: { step: 'ConfirmDevice' } }])
      expect(shelf.kept.size).toBe(0)
      await auth.getState().session?.signOut()
    })

    test.each(faults)('%s: is made up for behind the user’s back', async (_, fault) => {
      const options = { rememberDevice, deadlineSeconds: 3 }
      const { pool, auth, signIn, shelf, devices } = ready(byItself, options)
      pool.faults.add({ operation: 'ConfirmDevice', call: 1, ...fault })
      hurry()
      await signIn()
      // A lost answer leaves open whether the user had to be asked.
      const unsure = fault.when === 'after' && rememberDevice === 'ask'
      const made = async () => {
        // In steps that leave a pool on a busy machine the time to answer before the deadline.
        await vi.advanceTimersByTimeAsync(500)
        expect(await devices()).toHaveLength(1)
        expect(shelf.kept.size).toBe(unsure ? 0 : 1)
      }
      await vi.waitFor(made, { interval: 40, timeout: 15_000 })
      expect(auth.getState().status).toBe('signed-in')
    })
  })

  test('is tried three times more, and is one notice', async () => {
    const { pool, signIn, operations, notices } = ready()
    const error = 'InternalErrorException'
    pool.faults.add({ operation: 'ConfirmDevice', answer: { error } })
    const tries = () => operations().filter((name) => name === 'ConfirmDevice').length
    hurry()
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

  test('is not tried again once the user is signed out', async () => {
    const { pool, auth, signIn, operations } = ready()
    const error = 'InternalErrorException'
    pool.faults.add({ operation: 'ConfirmDevice', answer: { error } })
    hurry()
    await signIn()
    await auth.getState().session?.signOut()
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(operations().filter((name) => name === 'ConfirmDevice')).toHaveLength(1)
  })

  test('is over at once when the user signs out while it is tried again', async () => {
    const { pool, auth, signIn, operations } = ready()
    pool.faults.add({ operation: 'ConfirmDevice', call: 1, answer: 'drop' })
    pool.faults.add({ operation: 'ConfirmDevice', call: 2, answer: 'hang' })
    const tries = () => operations().filter((name) => name === 'ConfirmDevice').length
    hurry()
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

  test('asks nobody any more once it goes through', async () => {
    const { pool, auth, signIn, shelf, devices, operations } = ready()
    pool.faults.add({ operation: 'ConfirmDevice', call: 1, answer: 'drop' })
    hurry()
    await signIn()
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(1000)
      expect(await devices()).toHaveLength(1)
    })
    vi.useRealTimers()
    await awhile()
    expect(auth.getState().status).toBe('signed-in')
    expect(operations()).not.toContain('UpdateDeviceStatus')
    expect(shelf.kept.size).toBe(0)
  })

  test('does not stop at a listener that throws', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const { pool, auth, signIn } = ready(optIn, {
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
