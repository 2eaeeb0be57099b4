import { inspect } from 'node:util'
import type { UserPoolOptions } from '@sallyport/simulator'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { askedToSignIn, failedWith, stateSummary } from '../testing/sign-in-state.test.support.ts'
import { createUserPool } from '../testing/user-pool.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { createAuth } from './create-auth.ts'

const ana = {
  username: 'ana',
  password: 'Pa55word!',
  attributes: { email: 'ana@example.com', phone_number: '+15555550100' },
}
const texted: UserPoolOptions = { users: [{ ...ana, mfa: ['SMS_MFA'] }] }

function setUp(options: UserPoolOptions = texted, overrides: Partial<AuthOptions> = {}) {
  const pool = createUserPool(options)
  const auth = createAuth({
    ...pool.config,
    fetch: pool.fetch,
    transport: fetchTransport,
    // The flow with the fewest requests. These tests do not depend on the flow.
    authFlow: 'USER_PASSWORD_AUTH',
    ...overrides,
  })
  const sms = () => {
    const { challenge } = auth.getState()
    if (challenge?.name !== 'SMS_MFA') throw new Error(`asked for ${challenge?.name}`)
    return challenge
  }
  const operations = () => pool.requests.map(({ operation }) => operation)
  return { pool, auth, sms, operations, code: () => pool.outbox.at(-1)?.code ?? '' }
}

const credentials = { username: 'ana', password: ana.password }

describe('one request at a time', () => {
  test('the same sign-in twice is sent once', async () => {
    const { auth, operations } = setUp()
    await Promise.all([auth.signIn(credentials), auth.signIn(credentials)])
    expect(operations()).toEqual(['InitiateAuth'])
  })

  test('an answer that is given twenty times is sent once', async () => {
    const { auth, sms, code, operations } = setUp()
    await auth.signIn(credentials)
    const { respond } = sms()
    await Promise.all(Array.from({ length: 20 }, () => respond({ code: code() })))
    expect(operations()).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
    expect(auth.getState().status).toBe('signed-in')
  })

  test('a sign-in of another user replaces the current one', async () => {
    const { auth } = setUp({ users: [ana, { ...ana, username: 'bob', attributes: {} }] })
    await Promise.all([auth.signIn(credentials), auth.signIn({ ...credentials, username: 'bob' })])
    expect(auth.getState().session?.user.username).toBe('bob')
  })

  test('a restart right after an answer stops the request', async () => {
    const { auth, sms, code, operations } = setUp()
    await auth.signIn(credentials)
    const pending = sms().respond({ code: code() })
    auth.restart()
    await pending
    expect(stateSummary(auth.getState())).toBe('SIGN_IN asked')
    expect(operations()).toEqual(['InitiateAuth'])
  })

  test('an answer to an old challenge is not sent', async () => {
    const { auth, sms, code, operations } = setUp()
    await auth.signIn(credentials)
    const old = sms()
    await auth.signIn(credentials)
    await old.respond({ code: code() })
    expect(operations()).toEqual(['InitiateAuth', 'InitiateAuth'])
    expect(sms().phase).toBe('asked')
  })
})

test('InvalidPasswordException in SIGN_IN, from an emulator, is a wrong password', async () => {
  const { auth, pool } = setUp()
  pool.faults.add({ answer: { error: 'InvalidPasswordException', message: 'Invalid password' } })
  await auth.signIn(credentials)
  expect(auth.getState().challenge?.error?.code).toBe('wrong-credentials')
})

describe('a challenge that is over', () => {
  test('does nothing: the user stays signed in', async () => {
    const { auth, sms, code, operations } = setUp()
    await auth.signIn(credentials)
    const { respond, resend, restart } = sms()
    await respond({ code: code() })
    await respond({ code: code() })
    await resend?.()
    restart()
    expect(auth.getState().status).toBe('signed-in')
    expect(operations()).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
  })

  test('does nothing after it has failed', async () => {
    const { auth, pool, sms, code, operations } = setUp()
    await auth.signIn(credentials)
    const { respond, resend } = sms()
    pool.clock.advance(200)
    await respond({ code: code() })
    await respond({ code: code() })
    await resend?.()
    expect(stateSummary(auth.getState())).toBe('SIGN_IN rejected')
    expect(operations()).toHaveLength(2)
  })
})

test('a challenge without a Session is a bad answer', async () => {
  const answer = () => Response.json({ ChallengeName: 'SMS_MFA', ChallengeParameters: {} })
  const { auth } = setUp(texted, { fetch: async () => answer() })
  await auth.signIn(credentials)
  expect(auth.getState()).toMatchObject(failedWith({ code: 'bad-answer' }))
})

test('a listener that throws stops neither the others nor the sign-in', async () => {
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { auth } = setUp({ users: [ana] })
  const other = vi.fn()
  auth.subscribe(() => {
    throw new Error('of the app')
  })
  auth.subscribe(other)
  await auth.signIn(credentials)
  expect(auth.getState().status).toBe('signed-in')
  expect(other).toHaveBeenCalled()
  expect(consoleError).toHaveBeenCalledWith(new Error('of the app'))
  consoleError.mockRestore()
})

test('a function of the app that throws is reported in the console', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { auth, operations } = setUp(texted, {
    clientMetadata: () => {
      throw new TypeError('my own mistake')
    },
  })
  await auth.signIn(credentials)
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('my own mistake'))
  expect(operations()).toEqual([])
  warn.mockRestore()
})

test('a wrong configuration is reported in the console, once', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { auth } = setUp({ ...texted, explicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] })
  await auth.signIn(credentials)
  await auth.signIn(credentials)
  expect(auth.getState()).toMatchObject(failedWith({ code: 'configuration' }))
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/flow not enabled/))
  warn.mockRestore()
})

describe('a restart', () => {
  test('keeps the username and aborts the request', async () => {
    const { auth, pool } = setUp()
    pool.faults.add({ answer: 'hang' })
    const pending = auth.signIn(credentials)
    auth.restart()
    await pending
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })

  test('revokes tokens that come later', async () => {
    const pool = createUserPool({ users: [ana] })
    const late: { release?: () => void } = {}
    const fetch: typeof globalThis.fetch = async (url, init) => {
      const target = new Headers(init?.headers).get('x-amz-target')
      const response = await pool.fetch(url, { ...init, signal: null })
      if (target?.endsWith('.InitiateAuth'))
        await new Promise<void>((done) => (late.release = done))
      return response
    }
    const auth = createAuth({
      authFlow: 'USER_PASSWORD_AUTH',
      ...pool.config,
      fetch,
      transport: fetchTransport,
    })
    const pending = auth.signIn(credentials)
    await vi.waitFor(() => expect(late.release).toBeDefined())
    auth.restart()
    late.release?.()
    await pending
    await vi.waitFor(() => {
      expect(pool.requests.map(({ operation }) => operation)).toEqual([
        'InitiateAuth',
        'RevokeToken',
      ])
    })
    expect(stateSummary(auth.getState())).toBe('SIGN_IN asked')
  })
})

describe('the time limit of a challenge', () => {
  test('is in expiresAt', async () => {
    const { auth, sms } = setUp(texted, { authSessionValidityMinutes: 5 })
    const before = Date.now()
    await auth.signIn(credentials)
    expect(sms().expiresAt).toBeGreaterThanOrEqual(before + 300_000)
    expect(sms().expiresAt).toBeLessThanOrEqual(Date.now() + 300_000)
  })

  test('that has passed leads back to SIGN_IN and keeps the username', async () => {
    const { auth, pool, sms, code } = setUp()
    await auth.signIn(credentials)
    pool.clock.advance(181)
    await sms().respond({ code: code() })
    expect(auth.getState()).toMatchObject(
      failedWith({ code: 'session-expired', recovery: 'restart' }, { username: 'ana' }),
    )
  })
})

describe('no answer of the service', () => {
  test('to SIGN_IN keeps the username', async () => {
    const { auth, pool } = setUp()
    pool.faults.add({ answer: 'drop' })
    await auth.signIn(credentials)
    expect(auth.getState()).toMatchObject(
      failedWith({ code: 'network', recovery: 'retry' }, { username: 'ana' }),
    )
  })

  test('to a request that was not processed: the same answer works', async () => {
    const { auth, pool, sms, code } = setUp()
    await auth.signIn(credentials)
    pool.faults.add({ when: 'before', answer: 'drop' })
    await sms().respond({ code: code() })
    expect(sms()).toMatchObject({ phase: 'rejected', error: { details: { sent: 'maybe' } } })
    pool.faults.clear()
    await sms().respond({ code: code() })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('to a request that was processed: the second answer is session-spent', async () => {
    const { auth, pool, sms, code } = setUp()
    await auth.signIn(credentials)
    pool.faults.add({ when: 'after', answer: 'drop' })
    await sms().respond({ code: code() })
    expect(sms().error?.details.challengeKept).toBe(true)
    pool.faults.clear()
    await sms().respond({ code: code() })
    expect(auth.getState()).toMatchObject(failedWith({ code: 'session-spent' }))
  })

  test('after VerifySoftwareToken: the second answer does not verify again', async () => {
    const { auth, pool, operations } = setUp({
      mfa: 'ON',
      mfaTypes: ['SOFTWARE_TOKEN_MFA'],
      users: [{ username: 'ana', password: ana.password }],
    })
    await auth.signIn(credentials)
    pool.faults.add({ operation: 'RespondToAuthChallenge', when: 'before', answer: 'drop' })
    const answer = { code: pool.totp('ana')?.code ?? '' }
    const setup = () => {
      const { challenge } = auth.getState()
      if (challenge?.name !== 'MFA_SETUP') throw new Error(`asked for ${challenge?.name}`)
      return challenge
    }
    await setup().respond(answer)
    expect(setup().error?.code).toBe('network')
    pool.faults.clear()
    // The authenticator shows another code by now. The first one was right, so this one is not checked.
    await setup().respond({ code: '000000' })
    expect(auth.getState().status).toBe('signed-in')
    expect(operations().filter((name) => name === 'VerifySoftwareToken')).toHaveLength(1)
  })

  test('to AssociateSoftwareToken: the secret can be requested again', async () => {
    const { auth, pool } = setUp({
      mfa: 'ON',
      mfaTypes: ['SOFTWARE_TOKEN_MFA'],
      users: [{ username: 'ana', password: ana.password }],
    })
    pool.faults.add({
      operation: 'AssociateSoftwareToken',
      call: 1,
      when: 'before',
      answer: 'drop',
    })
    await auth.signIn(credentials)
    const { challenge } = auth.getState()
    expect(challenge).toMatchObject({ name: 'MFA_SETUP', phase: 'rejected' })
    if (challenge?.name === 'MFA_SETUP') await challenge.respond({ choice: 'SOFTWARE_TOKEN_MFA' })
    expect(auth.getState().challenge).toMatchObject({
      phase: 'asked',
      secretCode: expect.any(String),
    })
  })
})

describe('resend', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  test('starts again, and the old code is wrong', async () => {
    let sent = 0
    const { auth, pool, sms, code, operations } = setUp({
      ...texted,
      codes: () => String(123_456 + sent++),
    })
    await auth.signIn(credentials)
    const old = code()
    await sms().resend?.()
    expect(operations()).toEqual(['InitiateAuth', 'InitiateAuth'])
    expect(sms()).toMatchObject({ phase: 'asked', round: 1 })
    expect(sms().resend?.count).toBe(1)
    await sms().respond({ code: old })
    expect(sms().error?.code).toBe('code-wrong')
    await sms().respond({ code: code() })
    expect(auth.getState().status).toBe('signed-in')
    expect(pool.outbox).toHaveLength(2)
  })

  test('sends one code in 30 seconds', async () => {
    const { auth, pool, sms } = setUp()
    await auth.signIn(credentials)
    for (let press = 0; press < 10; press++) await sms().resend?.()
    expect(pool.outbox).toHaveLength(2)
    expect(sms().resend?.readyAt).toBe(Date.now() + 30_000)
    vi.setSystemTime(Date.now() + 30_000)
    await sms().resend?.()
    expect(pool.outbox).toHaveLength(3)
  })

  test('uses the second factor that the user chose', async () => {
    const { auth, pool, sms, code } = setUp({
      users: [{ ...ana, mfa: ['SMS_MFA', 'EMAIL_OTP'] }],
    })
    await auth.signIn(credentials)
    const { challenge } = auth.getState()
    if (challenge?.name === 'SELECT_MFA_TYPE') await challenge.respond({ choice: 'SMS_MFA' })
    await sms().resend?.()
    expect(pool.outbox.map(({ medium }) => medium)).toEqual(['SMS', 'SMS'])
    await sms().respond({ code: code() })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('waits 30 seconds also if no answer came', async () => {
    const { auth, pool, sms } = setUp()
    await auth.signIn(credentials)
    pool.faults.add({ operation: 'InitiateAuth', when: 'after', answer: 'drop' })
    for (let press = 0; press < 10; press++) await sms().resend?.()
    expect(pool.outbox).toHaveLength(2)
  })

  test('that is refused does not count as a wrong code', async () => {
    const { auth, pool, sms } = setUp()
    await auth.signIn(credentials)
    const answer = { error: 'InvalidParameterException', message: 'odd' }
    pool.faults.add({ operation: 'InitiateAuth', answer })
    await sms().resend?.()
    expect(sms()).toMatchObject({ tries: 0, error: { details: { step: 'InitiateAuth' } } })
    expect(sms().error?.code).not.toBe('code-wrong')
  })

  test('that fails leaves the old code good', async () => {
    const { auth, pool, sms, code } = setUp()
    await auth.signIn(credentials)
    pool.faults.add({ operation: 'InitiateAuth', when: 'before', answer: 'drop' })
    await sms().resend?.()
    expect(sms()).toMatchObject({ phase: 'rejected', error: { code: 'network' } })
    await sms().respond({ code: code() })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('is missing if the service has sent no code', async () => {
    const { auth } = setUp({ users: [{ ...ana, mfa: ['SOFTWARE_TOKEN_MFA'] }] })
    await auth.signIn(credentials)
    expect(auth.getState().challenge).not.toHaveProperty('resend')
  })
})

describe('secrets', () => {
  test('are not in the state', async () => {
    const { auth, sms, code } = setUp()
    await auth.signIn(credentials)
    const challenged = inspect(auth.getState(), { depth: null, showHidden: true })
    expect(challenged).not.toContain(ana.password)
    expect(challenged.length).toBeLessThan(1000) // a Session alone is longer
    await sms().respond({ code: code() })
    const { session } = auth.getState()
    const tokens = await session?.tokens()
    const signedIn = inspect(auth.getState(), { depth: null, showHidden: true })
    expect(signedIn).not.toContain(tokens?.accessToken)
    expect(signedIn).not.toContain(tokens?.refreshToken)
  })
})

describe('signing out', () => {
  test('ends the session in this page first, then at the service', async () => {
    const { auth, operations } = setUp({ users: [ana] })
    await auth.signIn(credentials)
    const pending = auth.getState().session?.signOut()
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
    await pending
    expect(operations()).toEqual(['InitiateAuth', 'RevokeToken'])
  })

  test('does not fail if the service cannot be reached', async () => {
    const { auth, pool } = setUp({ users: [ana] })
    await auth.signIn(credentials)
    pool.faults.add({ answer: 'drop' })
    await auth.getState().session?.signOut()
    expect(stateSummary(auth.getState())).toBe('SIGN_IN asked')
  })
})

test('metadata goes with every request, as a value or as a function', async () => {
  const bodies: Record<string, unknown>[] = []
  const pool = createUserPool(texted)
  const auth = createAuth({
    ...pool.config,
    transport: fetchTransport,
    fetch: (url, init) => {
      bodies.push(JSON.parse(init?.body as string) as Record<string, unknown>)
      return pool.fetch(url, init)
    },
    analyticsMetadata: { AnalyticsEndpointId: 'endpoint' },
    clientMetadata: ({ operation, challengeName = '' }) => ({ operation, challengeName }),
  })
  await auth.signIn(credentials)
  const { challenge } = auth.getState()
  if (challenge?.name === 'SMS_MFA') await challenge.respond({ code: '000000' })
  expect(bodies.map(({ ClientMetadata }) => ClientMetadata)).toEqual([
    { operation: 'InitiateAuth', challengeName: '' },
    { operation: 'RespondToAuthChallenge', challengeName: 'PASSWORD_VERIFIER' },
    { operation: 'RespondToAuthChallenge', challengeName: 'SMS_MFA' },
  ])
  expect(bodies.every((body) => 'AnalyticsMetadata' in body)).toBe(true)
})

test('two sign-ins on one page are independent', async () => {
  const [one, other] = [setUp(), setUp({ users: [ana] })]
  await Promise.all([one.auth.signIn(credentials), other.auth.signIn(credentials)])
  expect([one.auth.getState().status, other.auth.getState().status]).toEqual([
    'signed-out',
    'signed-in',
  ])
})

test.each([
  [{ userPoolId: 'nonsense' }, /user pool id.*eu-west-1_Ab12Cd34E/],
  [{ userPoolId: 'https://evil.example/_x' }, /user pool id/],
  [{ clientId: 'has space' }, /app client id/],
])('an invalid option throws at once: %j', (wrong, message) => {
  const right = { userPoolId: 'eu-west-1_Ab12Cd34E', clientId: '1example' }
  expect(() => createAuth({ ...right, ...wrong })).toThrow(message)
})

test.each([
  ['eu-west-1_Ab12Cd34E', 'https://cognito-idp.eu-west-1.amazonaws.com/'],
  ['cn-north-1_Ab12Cd34E', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/'],
  ['us-gov-west-1_Ab12Cd34E', 'https://cognito-idp.us-gov-west-1.amazonaws.com/'],
])('the endpoint of %s is %s', (userPoolId, endpoint) => {
  expect(createAuth({ userPoolId, clientId: '1example' }).endpoint).toBe(endpoint)
})

describe('calls in quick succession', () => {
  test.each([0, 1, 2, 3, 5, 8])(
    'a restart %i microtasks after an answer leaves the first step, and sends nothing more',
    async (microtasks) => {
      const { auth, sms, code } = setUp()
      await auth.signIn(credentials)
      const under = sms().respond({ code: code() })
      for (let n = 0; n < microtasks; n++) await Promise.resolve()
      auth.restart()
      await under
      expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
    },
  )

  test('the same sign-in after a restart is sent again', async () => {
    const { auth, operations } = setUp()
    void auth.signIn(credentials)
    auth.restart()
    await auth.signIn(credentials)
    expect(auth.getState().challenge?.name).toBe('SMS_MFA')
    expect(operations()).toEqual(['InitiateAuth'])
  })

  test('the same sign-in from a listener, after a failure, is sent again', async () => {
    const { auth, pool, operations } = setUp()
    pool.faults.add({ operation: 'InitiateAuth', call: 1, answer: 'drop' })
    let again: Promise<void> | undefined
    auth.subscribe(() => {
      if (auth.getState().challenge?.error) again ??= auth.signIn(credentials)
    })
    await auth.signIn(credentials)
    await again
    expect(operations()).toEqual(['InitiateAuth', 'InitiateAuth'])
    expect(auth.getState().challenge?.name).toBe('SMS_MFA')
  })
})

describe('a challenge with the name of a step of the kit', () => {
  test.each(['SIGN_IN', 'REMEMBER_DEVICE'])('%s is a challenge that is not known', async (name) => {
    const answer = { ChallengeName: name, Session: 's'.repeat(40), ChallengeParameters: {} }
    const { auth } = setUp(texted, { fetch: async () => Response.json(answer) })
    await auth.signIn(credentials)
    expect(auth.getState().challenge).toMatchObject({ name: 'UNKNOWN', cognitoName: name })
    expect(auth.getState().challenge).not.toHaveProperty('Session')
  })
})

test('an ended sign-in sends no answer, also with a transport that ignores its signal', async () => {
  const pool = createUserPool({ users: [ana] })
  const late: { arrive?: () => void } = {}
  const auth = createAuth({
    ...pool.config,
    transport: fetchTransport,
    fetch: async (url, init) => {
      const response = await pool.fetch(url, { ...init, signal: null })
      await new Promise<void>((done) => (late.arrive = done))
      return response
    },
  })
  const under = auth.signIn(credentials)
  await vi.waitFor(() => expect(late.arrive).toBeDefined())
  auth.restart()
  late.arrive?.()
  await under
  expect(pool.requests.map(({ operation }) => operation)).toEqual(['InitiateAuth'])
})

test('credentials without a username are refused by the service and do not throw', async () => {
  const { auth } = setUp()
  await auth.signIn({} as never)
  expect(auth.getState()).toMatchObject({ status: 'signed-out', challenge: { phase: 'rejected' } })
  await auth.signIn({} as never)
  expect(auth.getState().challenge?.phase).toBe('rejected')
})
