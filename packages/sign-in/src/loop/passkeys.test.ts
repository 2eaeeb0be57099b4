import { afterEach, describe, expect, test, vi } from 'vitest'
import { asked } from '../challenges/web-authn/web-authn.recording.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import { askedToSignIn, failedWith } from '../testing/sign-in-state.test.support.ts'
import { fetchTransport } from '../transports/fetch.ts'
import type { AuthOptions } from './auth-options.ts'
import { createAuth } from './create-auth.ts'

// Passkeys in the loop, with a stubbed browser and a stubbed service.

const idToken = `e30.${btoa(JSON.stringify({ sub: '1', 'cognito:username': 'ana' })).replace(/=+$/, '')}.x`
const tokens = {
  AuthenticationResult: { AccessToken: 'access', IdToken: idToken, ExpiresIn: 3600 },
}
const refusal = { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' }

type Answers = Record<string, object>

function setUp(
  answers: Answers,
  passkeyOverrides: Partial<Passkeys> = {},
  options: Partial<AuthOptions> = {},
) {
  const sent: [operation: string, request: Record<string, unknown>][] = []
  const fetch = async (_: unknown, init?: RequestInit) => {
    const target = new Headers(init?.headers).get('x-amz-target') ?? ''
    const operation = target.slice(target.indexOf('.') + 1)
    sent.push([operation, JSON.parse(init?.body as string)])
    const answer = answers[operation] ?? {}
    return Response.json(answer, { status: '__type' in answer ? 400 : 200 })
  }
  const passkeys: Passkeys = {
    mayPrompt: () => true,
    get: vi.fn<Passkeys['get']>(async () => ({ id: 'k1Xz' })),
    create: vi.fn<Passkeys['create']>(async () => ({ id: 'new' })),
    ...passkeyOverrides,
  }
  const auth = createAuth({
    userPoolId: 'eu-west-1_Ab12Cd34E',
    clientId: '1example',
    authFlow: 'USER_AUTH',
    preferredChallenge: 'WEB_AUTHN',
    transport: fetchTransport,
    fetch,
    passkeys,
    ...options,
  })
  const challenge = () => {
    const shown = auth.getState().challenge
    if (shown?.name !== 'WEB_AUTHN') throw new Error(`asked for ${shown?.name}`)
    return shown
  }
  return { auth, passkeys, sent, challenge, operations: () => sent.map(([name]) => name) }
}

const onlyPasskey = { ...asked, AvailableChallenges: ['WEB_AUTHN'] }
const accepting: Answers = { InitiateAuth: asked, RespondToAuthChallenge: tokens }
const ana = { username: 'ana' }

afterEach(() => {
  vi.useRealTimers()
})

describe('right after a press', () => {
  test('the prompt opens by itself, and the credential is sent as a string', async () => {
    const { auth, sent } = setUp(accepting)
    await auth.signIn(ana)
    expect(auth.getState()).toMatchObject({ status: 'signed-in' })
    expect(sent[1]?.[1]).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      ChallengeResponses: { USERNAME: 'ana', CREDENTIAL: '{"id":"k1Xz"}' },
    })
  })

  test('a cancelled prompt keeps the challenge, and the next press opens it again', async () => {
    const get = vi
      .fn<Passkeys['get']>(async () => ({ id: 'k1Xz' }))
      .mockRejectedValueOnce(new AuthError('passkey-cancelled'))
    const { auth, challenge, operations } = setUp(
      { ...accepting, InitiateAuth: onlyPasskey },
      { get },
    )
    await auth.signIn(ana)
    expect(challenge()).toMatchObject({ phase: 'rejected', error: { code: 'passkey-cancelled' } })
    await challenge().respond({})
    expect(auth.getState().status).toBe('signed-in')
    expect(operations()).toEqual(['InitiateAuth', 'RespondToAuthChallenge'])
  })

  test('a mismatch keeps the challenge, with chooseMethod', async () => {
    const get = async () => Promise.reject(new AuthError('passkey-mismatch'))
    const { auth, challenge } = setUp(accepting, { get })
    await auth.signIn(ana)
    expect(challenge()).toMatchObject({ phase: 'rejected', error: { code: 'passkey-mismatch' } })
    expect(challenge().chooseMethod).toBeDefined()
  })
})

describe('without a press', () => {
  test('no prompt opens until there is one', async () => {
    const { auth, passkeys, challenge } = setUp(accepting, { mayPrompt: () => false })
    await auth.signIn(ana)
    expect(challenge().phase).toBe('asked')
    expect(passkeys.get).not.toHaveBeenCalled()
    await Promise.all([challenge().respond({}), challenge().respond({})])
    expect(passkeys.get).toHaveBeenCalledOnce()
    expect(auth.getState().status).toBe('signed-in')
  })
})

describe('while the prompt is open', () => {
  test('the step can time out, and then nothing is sent', async () => {
    vi.useFakeTimers()
    const late = () => vi.advanceTimersByTimeAsync(181_000).then(() => ({ id: 'k1Xz' }))
    const { auth, operations } = setUp(accepting, { get: late })
    await auth.signIn(ana)
    expect(auth.getState()).toMatchObject(
      failedWith({ code: 'session-expired', details: { step: 'WEB_AUTHN', sent: 'no' } }),
    )
    expect(operations()).toEqual(['InitiateAuth'])
  })

  test('a restart closes it', async () => {
    let closed = false
    const get: Passkeys['get'] = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          closed = true
          reject(new AuthError('cancelled'))
        })
      })
    const { auth, operations } = setUp(accepting, { get })
    const pending = auth.signIn(ana)
    await vi.waitFor(() => expect(operations()).toEqual(['InitiateAuth']))
    auth.restart()
    await pending
    expect(closed).toBe(true)
    expect(auth.getState()).toMatchObject(askedToSignIn('ana'))
  })
})

describe('a refused passkey', () => {
  test('is passkey-refused and not wrong-credentials', async () => {
    const { auth } = setUp({ InitiateAuth: onlyPasskey, RespondToAuthChallenge: refusal })
    await auth.signIn(ana)
    expect(auth.getState()).toMatchObject(
      failedWith({ code: 'passkey-refused', recovery: 'choose-other' }),
    )
  })

  test('starts again without a preferred method if there are others', async () => {
    const { auth, sent } = setUp({ InitiateAuth: asked, RespondToAuthChallenge: refusal })
    await auth.signIn(ana)
    const starts = sent.filter(([name]) => name === 'InitiateAuth').map(([, request]) => request)
    expect(starts.map(({ AuthParameters }) => AuthParameters)).toEqual([
      { USERNAME: 'ana', PREFERRED_CHALLENGE: 'WEB_AUTHN' },
      { USERNAME: 'ana' },
    ])
  })
})

describe('registering', () => {
  const options = {
    challenge: 'wxvbDicyqQqvF2EXAMPLEA',
    rp: { id: 'www.example.com', name: 'Example' },
    user: { id: 'YW5h', name: 'ana', displayName: 'Ana' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  }
  const registering: Answers = {
    ...accepting,
    StartWebAuthnRegistration: { CredentialCreationOptions: options },
  }
  async function signedIn(answers: Answers, passkeyOverrides: Partial<Passkeys> = {}) {
    const result = setUp({ ...registering, ...answers }, passkeyOverrides)
    await result.auth.signIn(ana)
    const { session } = result.auth.getState()
    if (!session) throw new Error('not signed in')
    return { ...result, session }
  }
  const exception = (type: string, message = '') => ({ __type: type, message })

  test('passes the options to the browser and sends the credential as an object', async () => {
    const { session, passkeys, sent } = await signedIn({})
    await session.registerPasskey()
    expect(passkeys.create).toHaveBeenCalledExactlyOnceWith(
      { ...options, excludeCredentials: [], authenticatorSelection: {} },
      { signal: expect.any(AbortSignal) },
    )
    expect(sent.slice(-2)).toEqual([
      ['StartWebAuthnRegistration', { AccessToken: 'access' }],
      ['CompleteWebAuthnRegistration', { AccessToken: 'access', Credential: { id: 'new' } }],
    ])
  })

  test('twice at the same time makes one passkey', async () => {
    const { session, passkeys } = await signedIn({})
    await Promise.all([session.registerPasskey(), session.registerPasskey()])
    expect(passkeys.create).toHaveBeenCalledTimes(1)
    await session.registerPasskey()
    expect(passkeys.create).toHaveBeenCalledTimes(2)
  })

  test.each([
    ['LimitExceededException', '', 'passkey-limit'],
    ['WebAuthnChallengeNotFoundException', '', 'timeout'],
    ['WebAuthnOriginNotAllowedException', '', 'passkey-mismatch'],
    ['WebAuthnRelyingPartyMismatchException', '', 'passkey-mismatch'],
    ['WebAuthnClientMismatchException', '', 'passkey-mismatch'],
    ['WebAuthnCredentialNotSupportedException', '', 'passkey-unsupported'],
    ['InvalidParameterException', 'Invalid credential', 'passkey-refused'],
    ['NotAuthorizedException', 'Access Token has been revoked', 'revoked'],
    ['NotAuthorizedException', 'Unauthorized', 'revoked'],
    ['TooManyRequestsException', '', 'throttled'],
  ])('%s %j is %s, and the user stays signed in', async (type, message, code) => {
    const { session, auth } = await signedIn({
      CompleteWebAuthnRegistration: exception(type, message),
    })
    await expect(session.registerPasskey()).rejects.toMatchObject({ name: 'AuthError', code })
    expect(auth.getState().status).toBe('signed-in')
  })

  test('in a pool without passkeys is reported in the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const { session, passkeys } = await signedIn({
      StartWebAuthnRegistration: exception('WebAuthnNotEnabledException', 'Not enabled'),
    })
    await expect(session.registerPasskey()).rejects.toMatchObject({ code: 'configuration' })
    expect(passkeys.create).not.toHaveBeenCalled()
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Not enabled'))
    warn.mockRestore()
  })

  test.each([[{}], [{ challenge: 'short' }], [[]]])(
    'the options %j are a bad answer',
    async (strange) => {
      const { session, passkeys } = await signedIn({
        StartWebAuthnRegistration: { CredentialCreationOptions: strange },
      })
      await expect(session.registerPasskey()).rejects.toMatchObject({ code: 'bad-answer' })
      expect(passkeys.create).not.toHaveBeenCalled()
    },
  )

  test('that the user cancels sends nothing more', async () => {
    const create = async () => Promise.reject(new AuthError('passkey-cancelled'))
    const { session, operations } = await signedIn({}, { create })
    await expect(session.registerPasskey()).rejects.toMatchObject({ code: 'passkey-cancelled' })
    expect(operations().at(-1)).toBe('StartWebAuthnRegistration')
  })

  test('ends when the session ends', async () => {
    const create = vi.fn<Passkeys['create']>(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new AuthError('cancelled')))
        }),
    )
    const { session } = await signedIn({}, { create })
    const pending = session.registerPasskey().catch((error: unknown) => error)
    await vi.waitFor(() => expect(create).toHaveBeenCalled())
    await session.signOut()
    expect(await pending).toMatchObject({ code: 'cancelled' })
  })
})
