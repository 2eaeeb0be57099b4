// Longer than most: one sign-in at a time, one request in flight, late answers dropped and one
// abort are easiest to see to be true where they stand together.
import type { ActiveChallenge } from '../challenges/challenge.ts'
import type { Attempt } from '../protocol/active-challenge.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Trip } from '../protocol/challenge-protocol.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { Held } from '../protocol/held.ts'
import type { Srp } from '../protocol/srp.ts'
import type { AuthenticationResult, AuthResponse, ChallengeResponses } from '../protocol/wire.ts'
import { type Ask, createAsk, type Repeats, usernameIn } from './ask.ts'
import type { AuthChallenge, AuthChallengeActions, Credentials } from './auth-challenge.ts'
import { createReporter } from './reporter.ts'
import { createSession } from './session.ts'
import type { WritableStore } from './store.ts'
import { createWireRequests, type WireRequestsOptions } from './wire-requests.ts'

export interface ChallengeLoopOptions extends WireRequestsOptions {
  /** Minutes a challenge can be answered in: the app client's AuthSessionValidity. */
  authSessionValidity: number
  /** Seconds from one resend to the next. */
  resendCooldown: number
  /** The user pool's id from the `_` on. */
  poolName: string
  repeats: Repeats | undefined
}

export interface ChallengeLoop extends AuthChallengeActions {
  /** Does ahead what a start needs and what no password is needed for. */
  prepare: () => void
}

/** One sign-in, from the press to the tokens. */
interface Run {
  credentials: Credentials
  controller: AbortController
  srp?: Promise<Srp>
  /** Answers that a start over may give again, by ChallengeName. */
  given: Map<string, ChallengeResponses>
}

// At the start there is no password to choose; some emulators say so of a wrong one.
const refusals = { InvalidPasswordException: 'wrong-credentials' } as const

/** Drives one sign-in: Cognito asks, the user answers, until Cognito hands out tokens. */
export function createChallengeLoop(
  store: WritableStore<AuthChallenge>,
  options: ChallengeLoopOptions,
): ChallengeLoop {
  const wire = createWireRequests(options)
  const report = createReporter()
  const asks = new WeakMap<object, Ask>()
  let run: Run | undefined
  let ahead: Promise<Srp> | undefined

  function restart() {
    if (run) end(run)
    run = undefined
    store.setState({ status: 'idle', username: store.getState().username })
  }

  /** Nothing of it may go on, and what a start over would have needed is forgotten. */
  function end(ended: Run) {
    ended.controller.abort()
    ended.credentials = { username: ended.credentials.username }
    delete ended.srp
  }

  async function signIn(credentials: Credentials) {
    if (run) end(run)
    const begun: Run = {
      credentials: { ...credentials },
      controller: new AbortController(),
      given: new Map(),
    }
    run = begun
    store.setState({ status: 'starting', username: credentials.username })
    await settle(begun, async () => advance(begun, await start(begun)), refusedStart(begun))
  }

  function start(of: Run): Promise<AuthResponse> {
    // Each start its own secret, made ahead where there was time.
    if (options.flow.srp) of.srp = ahead ?? makeSrp()
    ahead = undefined
    return wire.start(of.credentials.username, heldBy(of), of.controller)
  }

  function heldBy({ credentials, srp }: Run): Held {
    const { password = '' } = credentials
    return { poolName: options.poolName, password, srp: () => srp ?? makeSrp() }
  }

  function refusedStart(of: Run) {
    return (cause: unknown) => failed(of, explained(cause, { step: 'InitiateAuth', refusals }))
  }

  /** Does the work, and shows the state it leads to, unless a restart came first. */
  async function settle(
    of: Run,
    work: () => Promise<AuthChallenge>,
    onRefusal: (cause: unknown) => AuthChallenge,
  ) {
    const next = await work().catch(onRefusal)
    if (of.controller.signal.aborted) return void next.session?.signOut()
    if (next.status !== 'challenged') end(of)
    store.setState(next)
  }

  async function advance(of: Run, response: AuthResponse, previous?: Ask): Promise<AuthChallenge> {
    if (response.AuthenticationResult) return signedIn(of, response.AuthenticationResult)

    const ask = askFor(of, response, previous)
    try {
      const own = await ask.protocol.answerItself?.(ask.challenge, heldBy(of))
      if (own !== undefined) return await give(of, ask, own)
    } catch (cause) {
      return refused(of, ask, cause)
    }
    if (!ask.repeated) return show(of, ask, { phase: 'asked' })
    const step = ask.response.ChallengeName
    const error = new AuthError('code-wrong', { step, challengeKept: true, sent: 'yes' })
    return show(of, ask, { phase: 'rejected', error })
  }

  function askFor({ credentials }: Run, response: AuthResponse, previous?: Ask): Ask {
    const { username } = credentials
    const { repeats } = options
    return createAsk(response, { username, previous, repeats, expiresAt: inMinutes() })
  }

  function inMinutes(): number {
    return Date.now() + options.authSessionValidity * 60_000
  }

  function show(of: Run, ask: Ask, standing: Attempt): AuthChallenge {
    const { protocol, round, tries, expiresAt, resends: count, resendReadyAt: readyAt } = ask
    const { username } = of.credentials
    const challenge = {
      name: protocol.name,
      ...ask.challenge,
      ...standing,
      round,
      tries,
      username,
      expiresAt,
      ...(protocol.delivers && {
        resend: Object.assign(() => resend(of, ask), { readyAt, count }),
      }),
      respond: (given: never) =>
        attempt(
          of,
          ask,
          () => give(of, ask, given),
          (cause) => refused(of, ask, cause),
        ),
      restart: () => isShown(ask) && restart(),
    } as unknown as ActiveChallenge
    asks.set(challenge, ask)
    return { status: 'challenged', username, challenge }
  }

  function isShown(ask: Ask): boolean {
    const { challenge } = store.getState()
    return challenge !== undefined && asks.get(challenge) === ask
  }

  /** One request at a time, and only for the ask on screen. */
  function isFree(ask: Ask): boolean {
    return isShown(ask) && store.getState().challenge?.phase !== 'answering'
  }

  async function attempt(
    of: Run,
    ask: Ask,
    work: () => Promise<AuthChallenge>,
    onRefusal: (cause: unknown) => AuthChallenge,
  ) {
    if (!isFree(ask)) return
    store.setState(show(of, ask, { phase: 'answering' }))
    await settle(of, work, onRefusal)
  }

  async function give(of: Run, ask: Ask, given: never): Promise<AuthChallenge> {
    const { protocol, response } = ask
    const { ChallengeName } = response
    const found = await protocol.prepare?.(given, tripFor(of, ask))
    if (found) {
      ask.challenge = { ...ask.challenge, ...found }
      return show(of, ask, { phase: 'asked' })
    }

    const written = protocol.write(given)
    const asked = { ChallengeName, Session: ask.session }
    const responses = { USERNAME: ask.username, ...written }
    const next = await wire.answer(asked, responses, of.controller)
    if (protocol.replays) of.given.set(ChallengeName, written)
    if (protocol.newPassword) of.credentials.password = protocol.newPassword(given)
    return advance(of, next, ask)
  }

  function tripFor({ controller }: Run, ask: Ask): Trip {
    return async (operation, request) => {
      const made = ask.trips.get(operation)
      if (made) return made as never
      const whole = { ...request, Session: ask.session } as never
      const response = await options.transport(operation, whole, controller)
      if ('Session' in response && response.Session) {
        ask.session = response.Session
        ask.expiresAt = inMinutes()
      }
      if (!('Status' in response) || response.Status === 'SUCCESS') {
        ask.trips.set(operation, response)
      }
      return response
    }
  }

  function explained(cause: unknown, at: Parameters<typeof toAuthError>[1]): AuthError {
    const error = toAuthError(cause, at)
    report(cause, error)
    return error
  }

  function refused(of: Run, ask: Ask, cause: unknown): AuthChallenge {
    const { ChallengeName: step } = ask.response
    const error = explained(cause, { step, refusals: ask.protocol.refusals })
    if (error.code === 'code-wrong') ask.tries += 1
    return stayOrEnd(of, ask, error)
  }

  function stayOrEnd(of: Run, ask: Ask, error: AuthError): AuthChallenge {
    return error.details.challengeKept && !ask.protocol.silent
      ? show(of, ask, { phase: 'rejected', error })
      : failed(of, error)
  }

  /** The service cannot send a code again, so the sign-in begins again and comes back here. */
  async function resend(of: Run, ask: Ask) {
    const now = Date.now()
    if (now < ask.resendReadyAt || !isFree(ask)) return
    // Also when no answer comes: the message may be on its way.
    ask.resendReadyAt = now + options.resendCooldown * 1000
    const begin = async () => {
      const next = await walkBack(of, ask.response.ChallengeName)
      if (next.ChallengeName !== ask.response.ChallengeName) return advance(of, next, ask)
      const { round, resendReadyAt, resends } = ask
      const renewed = { ...askFor(of, next, ask), round, resendReadyAt, resends: resends + 1 }
      return show(of, renewed, { phase: 'asked' })
    }
    await attempt(of, ask, begin, (cause) =>
      stayOrEnd(of, ask, explained(cause, { step: 'InitiateAuth' })),
    )
  }

  async function walkBack(of: Run, to: string): Promise<AuthResponse> {
    const given = new Map(of.given)
    let response = await start(of)
    while (response.ChallengeName && response.ChallengeName !== to) {
      const { ChallengeName, ChallengeParameters, Session } = response
      const again = given.get(ChallengeName) ?? (await proofFor(of, response))
      if (!again) break
      given.delete(ChallengeName)
      const USERNAME = usernameIn(ChallengeParameters) ?? of.credentials.username
      response = await wire.answer(
        { ChallengeName, Session },
        { USERNAME, ...again },
        of.controller,
      )
    }
    return response
  }

  /** What a silent challenge is answered with. */
  async function proofFor(
    of: Run,
    response: AuthResponse,
  ): Promise<ChallengeResponses | undefined> {
    const { protocol, challenge } = askFor(of, response)
    if (!protocol.silent) return undefined
    const own = await protocol.answerItself?.(challenge, heldBy(of))
    return own === undefined ? undefined : protocol.write(own)
  }

  function signedIn(of: Run, result: AuthenticationResult): AuthChallenge {
    const session = createSession(result, async () => {
      if (store.getState().session === session) restart()
      if (result.RefreshToken) await wire.revoke(result.RefreshToken)
    })
    return { status: 'signed-in', username: of.credentials.username, session }
  }

  function failed({ credentials: { username } }: Run, error: AuthError): AuthChallenge {
    const ended = new AuthError(error.code, { ...error.details, challengeKept: false })
    return { status: 'failed', username, error: ended }
  }

  function prepare() {
    if (!options.flow.srp || ahead) return
    ahead = makeSrp()
    // Tried again when it is needed.
    ahead.catch(() => (ahead = undefined))
  }

  return { signIn, restart, prepare }
}

async function makeSrp(): Promise<Srp> {
  const { createSrp } = await import('../protocol/srp.ts').catch(() => {
    throw new AuthError('network', { sent: 'no' })
  })
  return createSrp()
}
