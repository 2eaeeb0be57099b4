import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asked } from '../challenges/web-authn/web-authn.recording.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import { askedToSignIn } from '../testing/sign-in-state.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { type Auth, createAuth } from './create-auth.ts'

// What is offered before anybody has asked, with a browser that does what it is told.

const key = 'sallyport.username.eu-west-1_Ab12Cd34E.1example'
const idToken = `e30.${btoa(JSON.stringify({ sub: '1', 'cognito:username': 'ana' })).replace(/=+$/, '')}.x`
const tokens = {
  AuthenticationResult: { AccessToken: 'access', IdToken: idToken, ExpiresIn: 3600 },
}
const selecting = { ...asked, ChallengeName: 'SELECT_CHALLENGE', ChallengeParameters: {} }
const refusal = { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' }

/** Suggestions among which nobody has picked yet. */
function suggestions() {
  let open = 0
  let pick: (credential: { id: string }) => void = () => {}
  const get = vi.fn<Passkeys['get']>(
    (_, { signal }) =>
      new Promise((resolve, reject) => {
        open += 1
        pick = resolve
        signal.addEventListener('abort', () => {
          open -= 1
          reject(new AuthError('cancelled'))
        })
      }),
  )
  return { get, open: () => open, pick: () => pick({ id: 'k1Xz' }) }
}

function ready(
  remembered: object | string | null = { username: 'ana', passkey: true },
  answers: Record<string, object[]> = {},
  options: Partial<AuthOptions> = {},
) {
  const kept = new Map<string, string>()
  const text = typeof remembered === 'string' ? remembered : JSON.stringify(remembered)
  if (remembered !== null) kept.set(key, text)
  const deviceStorage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
  const queue: Record<string, object[]> = {
    InitiateAuth: [asked],
    RespondToAuthChallenge: [tokens],
    ...answers,
  }
  const sent: [operation: string, request: Record<string, unknown>][] = []
  const fetch = async (_: unknown, init?: RequestInit) => {
    const target = new Headers(init?.headers).get('x-amz-target') ?? ''
    const operation = target.slice(target.indexOf('.') + 1)
    sent.push([operation, JSON.parse(init?.body as string)])
    const [next = {}, ...rest] = queue[operation] ?? []
    if (rest.length > 0) queue[operation] = rest
    return Response.json(next, { status: '__type' in next ? 400 : 200 })
  }
  const offered = suggestions()
  const passkeys: Passkeys = {
    mayPrompt: () => true,
    canAutofill: async () => true,
    get: offered.get,
    create: async () => ({ id: 'new' }),
  }
  const auth = createAuth({
    userPoolId: 'eu-west-1_Ab12Cd34E',
    clientId: '1example',
    authFlow: 'USER_AUTH',
    rememberUsername: true,
    deviceStorage,
    transport: fetchTransport,
    fetch,
    passkeys,
    ...options,
  })
  const onOffered = vi.fn()
  return {
    auth,
    sent,
    onOffered,
    ...offered,
    store: deviceStorage.setItem,
    record: () => JSON.parse(kept.get(key) ?? 'null') as unknown,
    operations: () => sent.map(([name]) => name),
  }
}

/** What the form does when it is on screen: `onOffered` hears whether a passkey is suggested. */
function autofill(auth: Auth, onOffered: (isOffered: boolean) => void): () => void {
  let isOffered = false
  auth.subscribe(() => {
    const { challenge } = auth.getState()
    const asks = challenge?.name === 'SIGN_IN' && challenge.asksPasskey
    if (asks !== isOffered) onOffered((isOffered = asks))
  })
  const { challenge } = auth.getState()
  const stop = challenge?.name === 'SIGN_IN' ? challenge.autofill?.() : undefined
  return () => stop?.()
}

/** Time for whatever would happen. */
const quiet = () => new Promise((done) => setTimeout(done, 20))

describe('a passkey of whoever signed in last', () => {
  test('is offered without a word, and signs in when it is picked', async () => {
    const { auth, sent, onOffered, get, open, pick } = ready()
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
    expect(onOffered).toHaveBeenLastCalledWith(true)
    expect(get).toHaveBeenCalledExactlyOnceWith(expect.anything(), {
      conditional: true,
      signal: expect.any(AbortSignal),
    })
    pick()
    await vi.waitFor(() => expect(auth.getState().status).toBe('signed-in'))
    expect(onOffered).toHaveBeenLastCalledWith(false)
    expect(sent).toMatchObject([
      ['InitiateAuth', { AuthParameters: { USERNAME: 'ana', PREFERRED_CHALLENGE: 'WEB_AUTHN' } }],
      [
        'RespondToAuthChallenge',
        { ChallengeResponses: { USERNAME: 'ana', CREDENTIAL: '{"id":"k1Xz"}' } },
      ],
    ])
  })

  test('comes with the key of the device, like any other sign-in', async () => {
    const device = JSON.stringify({ key: 'eu-west-1_d', groupKey: '-g', secret: 's' })
    const { auth, sent, onOffered, open, pick, store } = ready()
    store('sallyport.device.eu-west-1_Ab12Cd34E.1example.ana', device)
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    pick()
    await vi.waitFor(() => expect(auth.getState().status).toBe('signed-in'))
    expect(sent).toMatchObject([
      ['InitiateAuth', { AuthParameters: { DEVICE_KEY: 'eu-west-1_d' } }],
      ['RespondToAuthChallenge', { ChallengeResponses: { DEVICE_KEY: 'eu-west-1_d' } }],
    ])
  })

  test('is withdrawn when the screen is left, and offered anew when it is back', async () => {
    const { auth, onOffered, open } = ready()
    const withdraw = autofill(auth, onOffered)
    withdraw()
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    await quiet()
    expect(open()).toBe(1)
  })

  test('is withdrawn when the screen is left while it stands open', async () => {
    const { auth, onOffered, open } = ready()
    const withdraw = autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    withdraw()
    expect(open()).toBe(0)
    await vi.waitFor(() => expect(onOffered).toHaveBeenLastCalledWith(false))
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })

  test('comes too late where a sign-in began before the browser said that it can', async () => {
    let answer: (can: boolean) => void = () => {}
    const passkeys: Passkeys = {
      mayPrompt: () => true,
      canAutofill: () => new Promise((done) => (answer = done)),
      get: async () => ({ id: 'k1Xz' }),
      create: async () => ({}),
    }
    const { auth, onOffered, sent } = ready(undefined, { InitiateAuth: [selecting] }, { passkeys })
    autofill(auth, onOffered)
    await quiet()
    await auth.signIn({ username: 'bob' })
    answer(true)
    await quiet()
    expect(sent).toHaveLength(1)
    const { challenge } = auth.getState()
    expect(challenge).toMatchObject({ name: 'SELECT_CHALLENGE', phase: 'asked', username: 'bob' })
    if (challenge?.name === 'SELECT_CHALLENGE') await challenge.respond({ choice: 'EMAIL_OTP' })
    expect(sent).toHaveLength(2)
  })

  test('that is picked after all, from a browser that pays no heed, is not used', async () => {
    let pick: (credential: object) => void = () => {}
    const passkeys: Passkeys = {
      mayPrompt: () => true,
      canAutofill: async () => true,
      get: () => new Promise((done) => (pick = done as typeof pick)),
      create: async () => ({}),
    }
    const answers = { InitiateAuth: [asked, selecting] }
    const { auth, onOffered, operations } = ready(undefined, answers, { passkeys })
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(onOffered).toHaveBeenLastCalledWith(true))
    await auth.signIn({ username: 'bob' })
    pick({ id: 'k1Xz' })
    await quiet()
    expect(operations()).toEqual(['InitiateAuth', 'InitiateAuth'])
    expect(auth.getState().challenge).toMatchObject({ name: 'SELECT_CHALLENGE', username: 'bob' })
  })

  test('is not offered, and does not fill in, where somebody else was typed', async () => {
    const { auth, onOffered, operations } = ready(undefined, { InitiateAuth: [selecting] })
    await auth.signIn({ username: 'bob' })
    auth.restart()
    autofill(auth, onOffered)
    await quiet()
    expect(auth.getState()).toMatchObject(askedToSignIn('bob'))
    expect(operations()).toEqual(['InitiateAuth'])
  })

  test.each(['signIn', 'restart'] as const)('ends with %s, and nothing is shown', async (how) => {
    const { auth, onOffered, open } = ready(undefined, { InitiateAuth: [asked, selecting] })
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    if (how === 'signIn') await auth.signIn({ username: 'bob' })
    else auth.restart()
    await vi.waitFor(() => expect(open()).toBe(0))
    await quiet()
    expect(onOffered).toHaveBeenLastCalledWith(false)
    expect(auth.getState()).toMatchObject(
      how === 'signIn'
        ? { status: 'signed-out', challenge: { name: 'SELECT_CHALLENGE', username: 'bob' } }
        : askedToSignIn('ana'),
    )
  })

  test('that the pool refuses leads to the other ways, for it was picked', async () => {
    const { auth, onOffered, open, pick } = ready(undefined, {
      InitiateAuth: [asked, selecting],
      RespondToAuthChallenge: [refusal],
    })
    const withdraw = autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    pick()
    await vi.waitFor(() => expect(auth.getState().challenge?.name).toBe('SELECT_CHALLENGE'))
    // Its screen is gone by now, which must not end what is on screen.
    withdraw()
    expect(auth.getState().challenge).toMatchObject({
      name: 'SELECT_CHALLENGE',
      error: { code: 'passkey-refused' },
    })
  })

  test('that was picked, and then called off, signs nobody in', async () => {
    const { auth, onOffered, open, pick, operations } = ready()
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    const unsubscribe = auth.subscribe(() => {
      if (auth.getState().challenge?.phase === 'answering') auth.restart()
    })
    pick()
    await vi.waitFor(() => expect(onOffered).toHaveBeenLastCalledWith(false))
    await quiet()
    unsubscribe()
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
    expect(operations()).toEqual(['InitiateAuth'])
  })

  test('that was picked gives way to somebody else who signs in', async () => {
    const { auth, onOffered, open, pick } = ready(undefined, { InitiateAuth: [asked, selecting] })
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    let other: Promise<void> | undefined
    auth.subscribe(() => {
      if (auth.getState().challenge?.phase === 'answering')
        other ??= auth.signIn({ username: 'bob' })
    })
    pick()
    await vi.waitFor(() => expect(other).toBeDefined())
    await other
    await quiet()
    expect(auth.getState().challenge).toMatchObject({ name: 'SELECT_CHALLENGE', username: 'bob' })
  })

  test('is none where the app’s own passkeys fail to say whether it can be', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const passkeys: Passkeys = {
      mayPrompt: () => true,
      canAutofill: async () => Promise.reject(new Error('not here')),
      get: async () => ({}),
      create: async () => ({}),
    }
    const { auth, onOffered, operations } = ready(undefined, {}, { passkeys })
    autofill(auth, onOffered)
    await quiet()
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
    expect(operations()).toEqual([])
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })

  test('that is gone is not offered again', async () => {
    const { auth, onOffered, get, record } = ready(undefined, { InitiateAuth: [selecting] })
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(record()).toEqual({ username: 'ana', passkey: false }))
    expect(get).not.toHaveBeenCalled()
    expect(onOffered).not.toHaveBeenCalled()
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })

  test.each([
    ['the service is away', { InitiateAuth: [{ __type: 'InternalErrorException' }] }],
    ['it is refused', { InitiateAuth: [refusal] }],
    ['the answer is strange', { InitiateAuth: [{ strange: true }] }],
  ])('is none where %s, and nobody hears of it', async (_, answers) => {
    const { auth, onOffered, operations } = ready(undefined, answers)
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(operations()).toContain('InitiateAuth'))
    await quiet()
    expect(onOffered).not.toHaveBeenCalled()
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })
})

describe('what the service lets go of', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const page = new EventTarget()

  test('is offered once more when the page is used, and then no more', async () => {
    const { auth, onOffered, open, operations } = ready()
    autofill(auth, onOffered)
    await vi.waitFor(() => expect(open()).toBe(1))
    await vi.advanceTimersByTimeAsync(180_000)
    expect(open()).toBe(0)
    expect(onOffered).toHaveBeenLastCalledWith(false)
    expect(operations()).toEqual(['InitiateAuth'])

    page.dispatchEvent(new Event('pointermove'))
    await vi.waitFor(() => expect(open()).toBe(1))
    await vi.advanceTimersByTimeAsync(180_000)
    page.dispatchEvent(new Event('pointermove'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(operations()).toEqual(['InitiateAuth', 'InitiateAuth'])
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })
})

describe('nothing is asked', () => {
  test.each<[string, object | null, Partial<AuthOptions>]>([
    ['where nobody signed in yet', null, {}],
    ['where they had no passkey', { username: 'ana', passkey: false }, {}],
    ['in another flow', { username: 'ana', passkey: true }, { authFlow: 'USER_SRP_AUTH' }],
    [
      'where the app does not want it',
      { username: 'ana', passkey: true },
      { rememberUsername: false },
    ],
  ])('%s', async (_, remembered, options) => {
    const { auth, onOffered, operations } = ready(remembered, {}, options)
    autofill(auth, onOffered)
    await quiet()
    expect(operations()).toEqual([])
    const username = remembered && options.rememberUsername !== false ? 'ana' : ''
    expect(auth.getState()).toMatchObject(askedToSignIn(username))
  })

  test('where the browser has no suggestions of passkeys', async () => {
    const passkeys: Passkeys = {
      mayPrompt: () => true,
      get: async () => ({}),
      create: async () => ({}),
    }
    const { auth, onOffered, operations } = ready(undefined, {}, { passkeys })
    autofill(auth, onOffered)
    await quiet()
    expect(operations()).toEqual([])
  })
})

describe('who signed in last', () => {
  const open: Passkeys = {
    mayPrompt: () => true,
    get: async () => ({ id: 'k1Xz' }),
    create: async () => ({ id: 'new' }),
  }
  const byPasskey = { passkeys: open, preferredChallenge: 'WEB_AUTHN' as const }
  const byPassword = { passkeys: open, authFlow: 'USER_PASSWORD_AUTH' as const }

  test('is kept with whether it was by a passkey', async () => {
    const { auth, record } = ready(null, {}, byPasskey)
    await auth.signIn({ username: 'ana' })
    expect(record()).toEqual({ username: 'ana', passkey: true })
  })

  test('is not said to have a passkey because somebody before had', async () => {
    const { auth, record } = ready(null, { InitiateAuth: [asked, tokens] }, byPasskey)
    await auth.signIn({ username: 'ana' })
    await auth.signIn({ username: 'bob' })
    expect(auth.getState().status).toBe('signed-in')
    expect(record()).toEqual({ username: 'bob', passkey: false })
  })

  test('by password is kept as such, until a passkey is made', async () => {
    const creation = {
      challenge: 'wxvbDicyqQqvF2EXAMPLEA',
      rp: { id: 'www.example.com', name: 'Example' },
      user: { id: 'YW5h', name: 'ana', displayName: 'Ana' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    }
    const answers = {
      InitiateAuth: [tokens],
      StartWebAuthnRegistration: [{ CredentialCreationOptions: creation }],
    }
    const { auth, record } = ready(null, answers, byPassword)
    await auth.signIn({ username: 'ana', password: 'Pa55word!' })
    expect(record()).toEqual({ username: 'ana', passkey: false })
    await auth.getState().session?.registerPasskey()
    expect(record()).toEqual({ username: 'ana', passkey: true })
  })

  test.each([
    ['ana', true],
    ['bob', false],
  ])('by password, %s: the passkey of before is still theirs: %j', async (username, passkey) => {
    const { auth, record } = ready(undefined, { InitiateAuth: [tokens] }, byPassword)
    await auth.signIn({ username, password: 'Pa55word!' })
    expect(record()).toEqual({ username, passkey })
  })

  test.each(['{', 'null', '[]', '{"username":5}', '{"username":""}', '"ana"'])(
    'is nobody where %s is kept',
    async (text) => {
      const { auth, onOffered } = ready(text)
      autofill(auth, onOffered)
      await quiet()
      expect(auth.getState()).toMatchObject(askedToSignIn(''))
    },
  )

  test('is not kept in a browser that keeps nothing, and the app is told', async () => {
    const throwing = () => {
      throw new DOMException('', 'SecurityError')
    }
    const deviceStorage = { getItem: throwing, setItem: throwing, removeItem: throwing }
    const onNotice = vi.fn()
    const { auth, onOffered } = ready(null, {}, { ...byPasskey, deviceStorage, onNotice })
    autofill(auth, onOffered)
    await auth.signIn({ username: 'ana' })
    expect(auth.getState().status).toBe('signed-in')
    expect(onNotice).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'storage' }))
  })
})
