// Longer than most: one sign-in at a time, one request in flight, late answers dropped and one
// abort are easiest to see to be true where they stand together.
import type { ActiveChallenge } from '../challenges/challenge.ts'
import type { Attempt } from '../protocol/active-challenge.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Trip } from '../protocol/challenge-protocol.ts'
import { CognitoException, toAuthError } from '../protocol/cognito-exception.ts'
import type { Held } from '../protocol/held.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import type { Srp } from '../protocol/srp.ts'
import type { AuthenticationResult, AuthResponse, ChallengeResponses } from '../protocol/wire.ts'
import { type Ask, createAsk, type Repeats } from './ask.ts'
import type { AuthChallenge, AuthChallengeActions, Credentials } from './auth-challenge.ts'
import type { DeviceStore, RememberDevice } from './device-store.ts'
import type { Flow } from './flows.ts'
import { createReporter } from './reporter.ts'
import { createRun, endRun, makeSrp, type Run, srpOf } from './run.ts'
import type { ServerClock } from './server-clock.ts'
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
  repeats?: Repeats
  plainPassword: boolean
  canUsePasskeys: boolean
  passkeys: Passkeys
  rememberDevice: RememberDevice
  devices: DeviceStore
  clock: ServerClock
  onNotice: (notice: AuthError) => void
}

export interface ChallengeLoop extends AuthChallengeActions {
  /** Does ahead what a start needs and what no password is needed for. */
  prepare: () => void
  /** Begins a sign-in that is not seen until its answer is here. Resolves when it is over, either way. */
  offer: (offer: Offer) => Promise<void>
}

interface Offer {
  username: string
  flow: Flow
  /** Ends it, as any other sign-in does. */
  signal: AbortSignal
  /** Resolves with the answer, or rejects: then it never was. */
  pick: (ask: Ask, held: Held) => Promise<unknown>
}

// Steps of a walk back: a service that asks the same again and again is not answered for ever.
const most = 8

// At the start there is no password to choose; some emulators say so of a wrong one.
const refusals = { InvalidPasswordException: 'wrong-credentials' } as const

/** Drives one sign-in: Cognito asks, the user answers, until Cognito hands out tokens. */
export function createChallengeLoop(
  store: WritableStore<AuthChallenge>,
  options: ChallengeLoopOptions,
): ChallengeLoop {
  const { clock, devices } = options
  const wire = createWireRequests(options)
  const report = createReporter()
  const asks = new WeakMap<object, Ask>()
  let run: Run | undefined
  let ahead: Promise<Srp> | undefined

  function restart() {
    if (run) endRun(run)
    run = undefined
    store.setState({ status: 'idle', username: store.getState().username })
  }

  function beginRun(credentials: Credentials): Run {
    if (run) endRun(run)
    const known =
      options.rememberDevice === 'never' ? undefined : devices.find(credentials.username)
    run = createRun(credentials, known)
    return run
  }

  async function offer({ username, flow, signal, pick }: Offer) {
    const works = await options.passkeys.mayOffer?.()
    if (!works || signal.aborted || store.getState().status !== 'idle') return
    const begun = beginRun({ username })
    signal.addEventListener('abort', () => endRun(begun))
    try {
      const held = heldBy(begun)
      const ask = askFor(begun, await wire.start({ username, held, choosing: false, flow }))
      const answer = (await pick(ask, held)) as never
      if (begun.controller.signal.aborted) return
      store.setState({ status: 'starting', username })
      await settle(
        begun,
        () => give(begun, ask, answer),
        (cause) => refused(begun, ask, cause),
      )
    } catch {
      endRun(begun)
    }
  }

  async function signIn(credentials: Credentials) {
    const begun = beginRun(credentials)
    store.setState({ status: 'starting', username: credentials.username })
    await settle(begun, () => begin(begun), refusedStart(begun))
  }

  async function begin(of: Run): Promise<AuthChallenge> {
    return advance(of, await start(of))
  }

  function start(of: Run): Promise<AuthResponse> {
    // Each start its own secret, made ahead where there was time.
    of.srp = options.flow.srp ? (ahead ?? makeSrp()) : undefined
    ahead = undefined
    const { credentials, choosing } = of
    return wire.start({ username: credentials.username, held: heldBy(of), choosing })
  }

  function heldBy(of: Run): Held {
    const { credentials, controller, device } = of
    const { poolName, plainPassword, canUsePasskeys, passkeys } = options
    const { password = '' } = credentials
    const { signal } = controller
    const { now } = clock
    const srp = () => srpOf(of)
    const policy = { plainPassword, canUsePasskeys }
    return { ...policy, poolName, password, device, passkeys, signal, now, srp }
  }

  function refusedStart(of: Run) {
    return async (cause: unknown): Promise<AuthChallenge> => {
      const error = toAuthError(cause, { step: 'InitiateAuth', refusals })
      if (mend(of, cause, error)) return beginAgain(of)
      report(cause, error)
      return failed(of, error)
    }
  }

  /** Does the work, and shows the state it leads to, unless a restart came first. */
  async function settle(
    of: Run,
    work: () => Promise<AuthChallenge>,
    onRefusal: (cause: unknown) => AuthChallenge | Promise<AuthChallenge>,
  ) {
    const next = await work().catch(onRefusal)
    if (of.controller.signal.aborted) return void next.session?.signOut()
    if (next.status !== 'challenged') {
      if (next.status === 'failed') clock.distrust()
      of.session = undefined
      endRun(of)
    }
    store.setState(next)
  }

  async function advance(of: Run, response: AuthResponse, previous?: Ask): Promise<AuthChallenge> {
    if (response.AuthenticationResult) return signedIn(of, response.AuthenticationResult, previous)

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
    return createAsk(response, {
      username,
      previous,
      repeats,
      policy: options,
      expiresAt: inMinutes(),
    })
  }

  function inMinutes(): number {
    return Date.now() + options.authSessionValidity * 60_000
  }

  function show(of: Run, ask: Ask, standing: Attempt): AuthChallenge {
    const { protocol, round, tries, expiresAt, resends: count, resendReadyAt: readyAt } = ask
    const { username } = of.credentials
    ask.shown = true
    const challenge = {
      name: protocol.name,
      ...ask.challenge,
      ...standing,
      round,
      tries,
      username,
      ...(Number.isFinite(expiresAt) && { expiresAt }),
      ...(protocol.delivers && {
        resend: Object.assign(() => resend(of, ask), { readyAt, count }),
      }),
      ...(ask.hasOtherWays && { otherWays: () => otherWays(of, ask) }),
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
    onRefusal: (cause: unknown) => AuthChallenge | Promise<AuthChallenge>,
  ) {
    if (!isFree(ask)) return
    store.setState(show(of, ask, { phase: 'answering' }))
    await settle(of, work, onRefusal)
  }

  async function give(of: Run, ask: Ask, given: never): Promise<AuthChallenge> {
    const { protocol, answerHere } = ask
    if (answerHere) return answerHere(given)
    const found = await protocol.prepare?.(given, tripFor(of, ask))
    if (found) {
      ask.challenge = { ...ask.challenge, ...found }
      return show(of, ask, { phase: 'asked' })
    }

    const next = await send(of, ask, given)
    if (protocol.replays) of.given.set(protocol.name, given)
    const password = protocol.password?.(given)
    if (password !== undefined) of.credentials.password = password
    return advance(of, next, ask)
  }

  async function send(of: Run, ask: Ask, given: never): Promise<AuthResponse> {
    const { protocol, response, challenge, username } = ask
    const held = heldBy(of)
    const whole = (await protocol.complete?.(given, challenge, held)) ?? given
    // A prompt of the browser's can stand open for longer than the service waits.
    if (protocol.complete && Date.now() > ask.expiresAt) throw new AuthError('session-expired')
    const responses: ChallengeResponses = { USERNAME: username, ...protocol.write(whole) }
    const { ChallengeName } = response
    return wire.answer({ ChallengeName, Session: ask.session }, responses, held)
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

  async function refused(of: Run, ask: Ask, cause: unknown): Promise<AuthChallenge> {
    const { ChallengeName: step } = ask.response
    const error = toAuthError(cause, { step, refusals: ask.protocol.refusals })
    if (mend(of, cause, error, ask)) return beginAgain(of, ask)
    report(cause, error)
    if (error.code === 'code-wrong') ask.tries += 1
    if (error.recover === 'choose-other' && ask.hasOtherWays) {
      return choose(of, ask, error).catch(() => stayOrEnd(of, ask, error))
    }
    return stayOrEnd(of, ask, of.retimed && isUntimely(ask, error) ? clockError(error) : error)
  }

  function stayOrEnd(of: Run, ask: Ask, error: AuthError): AuthChallenge {
    return error.details.challengeKept && !ask.protocol.silent
      ? show(of, ask, { phase: 'rejected', error })
      : failed(of, error)
  }

  /** Whether a sign-in that begins again would go better: once by the service's clock, once without the device. */
  function mend(of: Run, cause: unknown, error: AuthError, ask?: Ask): boolean {
    // First, because a device proves itself with the time, too.
    if (ask && !of.retimed && isUntimely(ask, error) && clock.isOff()) {
      clock.trust()
      of.retimed = true
      return true
    }
    const unknown = cause instanceof CognitoException && cause.type === 'ResourceNotFoundException'
    if (
      of.device &&
      (unknown || (ask?.protocol.provesDevice && error.code === 'wrong-credentials'))
    ) {
      devices.forget(of.credentials.username)
      of.device = undefined
      options.onNotice(new AuthError('device-forgotten', { ...error.details, challengeKept: true }))
      return true
    }
    return false
  }

  function isUntimely({ protocol }: Ask, { code }: AuthError): boolean {
    return protocol.timed === true && code === 'wrong-credentials'
  }

  /** Silently: it goes on from where something other than the answers given before is needed. */
  async function beginAgain(of: Run, previous?: Ask): Promise<AuthChallenge> {
    return walk(of, (ask) => of.given.get(ask.protocol.name))
      .then((next) => advance(of, next, previous))
      .catch((cause) => refusedStart(of)(cause))
  }

  function otherWays(of: Run, ask: Ask) {
    return attempt(
      of,
      ask,
      () => choose(of, ask),
      (cause) => stayOrEnd(of, ask, explained(cause, { step: 'InitiateAuth' })),
    )
  }

  /** Begins again without a preference, and this time lets the user choose. */
  async function choose(of: Run, ask: Ask, error?: AuthError): Promise<AuthChallenge> {
    of.choosing = true
    of.given.clear()
    const next = await start(of)
    if (next.AuthenticationResult) return advance(of, next, ask)
    const asked = askFor(of, next, ask)
    if (!asked.protocol.chooses) return advance(of, next, ask)
    return show(of, asked, error ? { phase: 'rejected', error } : { phase: 'asked' })
  }

  /** The service cannot send a code again, so the sign-in begins again and comes back here. */
  async function resend(of: Run, ask: Ask) {
    const now = Date.now()
    if (now < ask.resendReadyAt || !isFree(ask)) return
    // Also when no answer comes: the message may be on its way.
    ask.resendReadyAt = now + options.resendCooldown * 1000
    const again = async () => {
      const next = await walkBack(of, ask.response.ChallengeName)
      if (next.ChallengeName !== ask.response.ChallengeName) return advance(of, next, ask)
      const { round, hasOtherWays, resendReadyAt, resends } = ask
      const same = { round, hasOtherWays, resendReadyAt, resends: resends + 1 }
      return show(of, { ...askFor(of, next, ask), ...same }, { phase: 'asked' })
    }
    await attempt(of, ask, again, (cause) =>
      stayOrEnd(of, ask, explained(cause, { step: 'InitiateAuth' })),
    )
  }

  /** Begins again and gives the answers that were given, and proofs, up to one challenge. */
  function walkBack(of: Run, to: string): Promise<AuthResponse> {
    return walk(of, ({ protocol, response, challenge }) => {
      if (response.ChallengeName === to) return undefined
      const again = of.given.get(protocol.name)
      return again ?? (protocol.silent && protocol.answerItself?.(challenge, heldBy(of)))
    })
  }

  /** Begins again, and goes on for as long as there is an answer to what is asked. */
  async function walk(of: Run, answerTo: (ask: Ask) => unknown): Promise<AuthResponse> {
    let response = await start(of)
    let ask: Ask | undefined
    for (let steps = 0; response.ChallengeName && steps < most; steps++) {
      ask = askFor(of, response, ask)
      const answer = await answerTo(ask)
      if (!answer) break
      response = await send(of, ask, answer as never)
    }
    return response
  }

  async function signedIn(
    of: Run,
    result: AuthenticationResult,
    previous?: Ask,
  ): Promise<AuthChallenge> {
    const { username } = of.credentials
    const life = new AbortController()
    const signOut = async () => {
      if (store.getState().session === session) restart()
      if (life.signal.aborted) return
      life.abort()
      if (result.RefreshToken) await wire.revoke(result.RefreshToken)
    }
    const session = createSession(result, signOut, { ...options, signal: life.signal })
    of.session = session
    const arrived: AuthChallenge = { status: 'signed-in', username, session }
    const asking = newDevice(username, result, life.signal)
    // Only a question has to be waited for.
    const question = options.rememberDevice === 'ask' ? await asking : undefined
    if (!question) return arrived
    const answerHere = (given: never) => question.answer(given).then(() => arrived)
    const ask = askFor(of, question.response, previous)
    const own = { ...ask, hasOtherWays: false, expiresAt: Infinity, answerHere }
    return show(of, own, { phase: 'asked' })
  }

  /** Makes this browser known, where the service has a key for it. Never rejects. */
  async function newDevice(username: string, tokens: AuthenticationResult, signal: AbortSignal) {
    const { NewDeviceMetadata } = tokens
    const { rememberDevice: policy } = options
    if (!NewDeviceMetadata || policy === 'never') return undefined
    const loaded = await import('./new-device.ts').catch(() => {
      options.onNotice(new AuthError('network', { step: 'ConfirmDevice', sent: 'no' }))
    })
    return loaded?.confirmDevice(NewDeviceMetadata, {
      ...options,
      username,
      tokens,
      policy,
      signal,
    })
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

  return { signIn, restart, prepare, offer }
}

function clockError({ details }: AuthError): AuthError {
  return new AuthError('clock', { ...details, challengeKept: false })
}
