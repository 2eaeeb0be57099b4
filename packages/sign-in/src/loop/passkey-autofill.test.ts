import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asked } from '../challenges/web-authn/web-authn.recording.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import { askedToSignIn } from '../testing/sign-in-state.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { type Auth, createAuth } from './create-auth.ts'

// Passkey autofill with a stubbed browser and a stubbed service.

const key = 'sallyport.username.eu-west-1_Ab12Cd34E.1example'
const idToken = `e30.${btoa(JSON.stringify({ sub: '1', 'cognito:username': 'ana' })).replace(/=+$/, '')}.x`
const tokens = {
  AuthenticationResult: { AccessToken: 'access', IdToken: idToken, ExpiresIn: 3600 },
}
const selecting = { ...asked, ChallengeName: 'SELECT_CHALLENGE', ChallengeParameters: {} }
const refusal = { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' }

/** Stubs conditional mediation: `pick` is the choice of the user, `open` counts the pending requests. */
function stubAutofill() {
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

function setUp(
  remembered: object | string | null = { username: 'ana', passkey: true },
  answers: Record<string, object[]> = {},
  options: Partial<AuthOptions> = {},
) {
  const stored = new Map<string, string>()
  const text = typeof remembered === 'string' ? remembered : JSON.stringify(remembered)
  if (remembered !== null) stored.set(key, text)
  const deviceStorage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
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
  const suggested = stubAutofill()
  const passkeys: Passkeys = {
    mayPrompt: () => true,
    canAutofill: async () => true,
    get: suggested.get,
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
  const onSuggest = vi.fn()
  return {
    auth,
    sent,
    onSuggest,
    ...suggested,
    store: deviceStorage.setItem,
    record: () => JSON.parse(stored.get(key) ?? 'null') as unknown,
    operations: () => sent.map(([name]) => name),
  }
}

/** Calls `autofill` as the form does. `onSuggest` is called when a suggestion begins or ends. */
function autofill(auth: Auth, onSuggest: (isSuggested: boolean) => void): () => void {
  let isSuggested = false
  auth.subscribe(() => {
    const { challenge } = auth.getState()
    const asks = challenge?.name === 'SIGN_IN' && challenge.asksPasskey
    if (asks !== isSuggested) onSuggest((isSuggested = asks))
  })
  const { challenge } = auth.getState()
  const stop = challenge?.name === 'SIGN_IN' ? challenge.autofill?.() : undefined
  return () => stop?.()
}

/** Waits until all pending work is done. */
const settle = () => new Promise((done) => setTimeout(done, 20))

describe('the passkey of the last user', () => {
  test('is suggested without another state, and signs in when it is picked', async () => {
    const { auth, sent, onSuggest, get, open, pick } = setUp()
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
    expect(onSuggest).toHaveBeenLastCalledWith(true)
    expect(get).toHaveBeenCalledExactlyOnceWith(expect.anything(), {
      conditional: true,
      signal: expect.any(AbortSignal),
    })
    pick()
    await vi.waitFor(() => expect(auth.getState().status).toBe('signed-in'))
    expect(onSuggest).toHaveBeenLastCalledWith(false)
    expect(sent).toMatchObject([
      ['InitiateAuth', { AuthParameters: { USERNAME: 'ana', PREFERRED_CHALLENGE: 'WEB_AUTHN' } }],
      [
        'RespondToAuthChallenge',
        { ChallengeResponses: { USERNAME: 'ana', CREDENTIAL: '{"id":"k1Xz"}' } },
      ],
    ])
  })

  test('sends the key of a remembered device', async () => {
    const device = JSON.stringify({ key: 'eu-west-1_d', groupKey: '-g', secret: 's' })
    const { auth, sent, onSuggest, open, pick, store } = setUp()
    store('sallyport.device.eu-west-1_Ab12Cd34E.1example.ana', device)
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    pick()
    await vi.waitFor(() => expect(auth.getState().status).toBe('signed-in'))
    expect(sent).toMatchObject([
      ['InitiateAuth', { AuthParameters: { DEVICE_KEY: 'eu-west-1_d' } }],
      ['RespondToAuthChallenge', { ChallengeResponses: { DEVICE_KEY: 'eu-west-1_d' } }],
    ])
  })

  test('is suggested once if the form is left and shown again', async () => {
    const { auth, onSuggest, open } = setUp()
    const stop = autofill(auth, onSuggest)
    stop()
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    await settle()
    expect(open()).toBe(1)
  })

  test('is no longer suggested after the form is left', async () => {
    const { auth, onSuggest, open } = setUp()
    const stop = autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    stop()
    expect(open()).toBe(0)
    await vi.waitFor(() => expect(onSuggest).toHaveBeenLastCalledWith(false))
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })

  test('is not suggested if a sign-in began meanwhile', async () => {
    let answer: (can: boolean) => void = () => {}
    const passkeys: Passkeys = {
      mayPrompt: () => true,
      canAutofill: () => new Promise((done) => (answer = done)),
      get: async () => ({ id: 'k1Xz' }),
      create: async () => ({}),
    }
    const { auth, onSuggest, sent } = setUp(undefined, { InitiateAuth: [selecting] }, { passkeys })
    autofill(auth, onSuggest)
    await settle()
    await auth.signIn({ username: 'bob' })
    answer(true)
    await settle()
    expect(sent).toHaveLength(1)
    const { challenge } = auth.getState()
    expect(challenge).toMatchObject({ name: 'SELECT_CHALLENGE', phase: 'asked', username: 'bob' })
    if (challenge?.name === 'SELECT_CHALLENGE') await challenge.respond({ choice: 'EMAIL_OTP' })
    expect(sent).toHaveLength(2)
  })

  test('is not used if the browser ignores the abort', async () => {
    let pick: (credential: object) => void = () => {}
    const passkeys: Passkeys = {
      mayPrompt: () => true,
      canAutofill: async () => true,
      get: () => new Promise((done) => (pick = done as typeof pick)),
      create: async () => ({}),
    }
    const answers = { InitiateAuth: [asked, selecting] }
    const { auth, onSuggest, operations } = setUp(undefined, answers, { passkeys })
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(onSuggest).toHaveBeenLastCalledWith(true))
    await auth.signIn({ username: 'bob' })
    pick({ id: 'k1Xz' })
    await settle()
    expect(operations()).toEqual(['InitiateAuth', 'InitiateAuth'])
    expect(auth.getState().challenge).toMatchObject({ name: 'SELECT_CHALLENGE', username: 'bob' })
  })

  test('is not suggested if another username was typed', async () => {
    const { auth, onSuggest, operations } = setUp(undefined, { InitiateAuth: [selecting] })
    await auth.signIn({ username: 'bob' })
    auth.restart()
    autofill(auth, onSuggest)
    await settle()
    expect(auth.getState()).toMatchObject(askedToSignIn('bob'))
    expect(operations()).toEqual(['InitiateAuth'])
  })

  test.each(['signIn', 'restart'] as const)('is no longer suggested after %s', async (how) => {
    const { auth, onSuggest, open } = setUp(undefined, { InitiateAuth: [asked, selecting] })
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    if (how === 'signIn') await auth.signIn({ username: 'bob' })
    else auth.restart()
    await vi.waitFor(() => expect(open()).toBe(0))
    await settle()
    expect(onSuggest).toHaveBeenLastCalledWith(false)
    expect(auth.getState()).toMatchObject(
      how === 'signIn'
        ? { status: 'signed-out', challenge: { name: 'SELECT_CHALLENGE', username: 'bob' } }
        : askedToSignIn('ana'),
    )
  })

  test('leads to the choice of method if the pool refuses it', async () => {
    const { auth, onSuggest, open, pick } = setUp(undefined, {
      InitiateAuth: [asked, selecting],
      RespondToAuthChallenge: [refusal],
    })
    const stop = autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    pick()
    await vi.waitFor(() => expect(auth.getState().challenge?.name).toBe('SELECT_CHALLENGE'))
    // Leaving the form of SIGN_IN must not end the sign-in.
    stop()
    expect(auth.getState().challenge).toMatchObject({
      name: 'SELECT_CHALLENGE',
      error: { code: 'passkey-refused' },
    })
  })

  test('does not sign in if a restart comes right after the choice', async () => {
    const { auth, onSuggest, open, pick, operations } = setUp()
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    const unsubscribe = auth.subscribe(() => {
      if (auth.getState().challenge?.phase === 'answering') auth.restart()
    })
    pick()
    await vi.waitFor(() => expect(onSuggest).toHaveBeenLastCalledWith(false))
    await settle()
    unsubscribe()
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
    expect(operations()).toEqual(['InitiateAuth'])
  })

  test('does not sign in if another user signs in right after the choice', async () => {
    const { auth, onSuggest, open, pick } = setUp(undefined, { InitiateAuth: [asked, selecting] })
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    let other: Promise<void> | undefined
    auth.subscribe(() => {
      if (auth.getState().challenge?.phase === 'answering')
        other ??= auth.signIn({ username: 'bob' })
    })
    pick()
    await vi.waitFor(() => expect(other).toBeDefined())
    await other
    await settle()
    expect(auth.getState().challenge).toMatchObject({ name: 'SELECT_CHALLENGE', username: 'bob' })
  })

  test('is not suggested if canAutofill rejects', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const passkeys: Passkeys = {
      mayPrompt: () => true,
      canAutofill: async () => Promise.reject(new Error('not here')),
      get: async () => ({}),
      create: async () => ({}),
    }
    const { auth, onSuggest, operations } = setUp(undefined, {}, { passkeys })
    autofill(auth, onSuggest)
    await settle()
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
    expect(operations()).toEqual([])
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })

  test('is forgotten if the service does not offer it any more', async () => {
    const { auth, onSuggest, get, record } = setUp(undefined, { InitiateAuth: [selecting] })
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(record()).toEqual({ username: 'ana', passkey: false }))
    expect(get).not.toHaveBeenCalled()
    expect(onSuggest).not.toHaveBeenCalled()
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })

  test.each([
    ['the service is down', { InitiateAuth: [{ __type: 'InternalErrorException' }] }],
    ['the sign-in is refused', { InitiateAuth: [refusal] }],
    ['the answer is bad', { InitiateAuth: [{ strange: true }] }],
  ])('is not suggested, and no error is shown, if %s', async (_, answers) => {
    const { auth, onSuggest, operations } = setUp(undefined, answers)
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(operations()).toContain('InitiateAuth'))
    await settle()
    expect(onSuggest).not.toHaveBeenCalled()
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })
})

describe('a suggestion that timed out', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const page = new EventTarget()

  test('is repeated once, when the page is used again', async () => {
    const { auth, onSuggest, open, operations } = setUp()
    autofill(auth, onSuggest)
    await vi.waitFor(() => expect(open()).toBe(1))
    await vi.advanceTimersByTimeAsync(180_000)
    expect(open()).toBe(0)
    expect(onSuggest).toHaveBeenLastCalledWith(false)
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

describe('no request is sent', () => {
  test.each<[string, object | null, Partial<AuthOptions>]>([
    ['if nobody has signed in before', null, {}],
    ['if the last user had no passkey', { username: 'ana', passkey: false }, {}],
    ['in another flow', { username: 'ana', passkey: true }, { authFlow: 'USER_SRP_AUTH' }],
    ['without rememberUsername', { username: 'ana', passkey: true }, { rememberUsername: false }],
  ])('%s', async (_, remembered, options) => {
    const { auth, onSuggest, operations } = setUp(remembered, {}, options)
    autofill(auth, onSuggest)
    await settle()
    expect(operations()).toEqual([])
    const username = remembered && options.rememberUsername !== false ? 'ana' : ''
    expect(auth.getState()).toMatchObject(askedToSignIn(username))
  })

  test('if the passkeys have no canAutofill', async () => {
    const passkeys: Passkeys = {
      mayPrompt: () => true,
      get: async () => ({}),
      create: async () => ({}),
    }
    const { auth, onSuggest, operations } = setUp(undefined, {}, { passkeys })
    autofill(auth, onSuggest)
    await settle()
    expect(operations()).toEqual([])
  })
})

describe('the username of the last sign-in', () => {
  const open: Passkeys = {
    mayPrompt: () => true,
    get: async () => ({ id: 'k1Xz' }),
    create: async () => ({ id: 'new' }),
  }
  const byPasskey = { passkeys: open, preferredChallenge: 'WEB_AUTHN' as const }
  const byPassword = { passkeys: open, authFlow: 'USER_PASSWORD_AUTH' as const }

  test('is stored with passkey: true after a passkey', async () => {
    const { auth, record } = setUp(null, {}, byPasskey)
    await auth.signIn({ username: 'ana' })
    expect(record()).toEqual({ username: 'ana', passkey: true })
  })

  test('is stored with passkey: false for another user', async () => {
    const { auth, record } = setUp(null, { InitiateAuth: [asked, tokens] }, byPasskey)
    await auth.signIn({ username: 'ana' })
    await auth.signIn({ username: 'bob' })
    expect(auth.getState().status).toBe('signed-in')
    expect(record()).toEqual({ username: 'bob', passkey: false })
  })

  test('is stored with passkey: false until the user registers one', async () => {
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
    const { auth, record } = setUp(null, answers, byPassword)
    await auth.signIn({ username: 'ana', password: 'Pa55word!' })
    expect(record()).toEqual({ username: 'ana', passkey: false })
    await auth.getState().session?.registerPasskey()
    expect(record()).toEqual({ username: 'ana', passkey: true })
  })

  test.each([
    ['ana', true],
    ['bob', false],
  ])('after a sign-in of %s by password has passkey: %j', async (username, passkey) => {
    const { auth, record } = setUp(undefined, { InitiateAuth: [tokens] }, byPassword)
    await auth.signIn({ username, password: 'Pa55word!' })
    expect(record()).toEqual({ username, passkey })
  })

  test.each(['{', 'null', '[]', '{"username":5}', '{"username":""}', '"ana"'])(
    'is empty if the record is %s',
    async (text) => {
      const { auth, onSuggest } = setUp(text)
      autofill(auth, onSuggest)
      await settle()
      expect(auth.getState()).toMatchObject(askedToSignIn(''))
    },
  )

  test('that cannot be stored gives a notice, and the user is signed in', async () => {
    const throwing = () => {
      throw new DOMException('', 'SecurityError')
    }
    const deviceStorage = { getItem: throwing, setItem: throwing, removeItem: throwing }
    const onNotice = vi.fn()
    const { auth, onSuggest } = setUp(null, {}, { ...byPasskey, deviceStorage, onNotice })
    autofill(auth, onSuggest)
    await auth.signIn({ username: 'ana' })
    expect(auth.getState().status).toBe('signed-in')
    expect(onNotice).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'storage' }))
  })
})
