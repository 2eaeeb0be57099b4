// Longer than most: one sign-in at a time, one request in flight, late answers dropped and one
// abort are easiest to see to be true where they stand together.
import { type ActiveChallenge, protocolFor } from '../challenges/challenge.ts'
import type { ChallengePhase } from '../protocol/active-challenge.ts'
import { AuthError } from '../protocol/auth-error.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { AuthenticationResult, AuthResponse } from '../protocol/wire.ts'
import { type ArrivalOptions, arrive } from './arrival.ts'
import type { Ask } from './ask.ts'
import type { AuthChallenge, AuthChallengeActions, Credentials } from './auth-challenge.ts'
import { createDialogue, type DialogueOptions } from './dialogue.ts'
import type { Flow } from './flows.ts'
import { createMender, type MenderOptions } from './mender.ts'
import { createReporter } from './reporter.ts'
import { createRun, endRun, type Run } from './run.ts'
import type { AuthSession } from './session.ts'
import type { WritableStore } from './store.ts'
import { createWireRequests } from './wire-requests.ts'

export interface ChallengeLoopOptions extends DialogueOptions, MenderOptions, ArrivalOptions {
  /** Seconds from one resend to the next. */
  resendCooldownSeconds: number
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
  pick: (ask: Ask, held: SignInContext) => Promise<unknown>
}

// At the start there is no password to choose; some emulators say so of a wrong one.
const refusals = { InvalidPasswordException: 'wrong-credentials' } as const

/** Drives one sign-in: Cognito asks, the user answers, until Cognito hands out tokens. */
export function createChallengeLoop(
  store: WritableStore<AuthChallenge>,
  options: ChallengeLoopOptions,
): ChallengeLoop {
  const { clock, devices } = options
  const wire = createWireRequests(options)
  const dialogue = createDialogue(wire, options)
  const { mends, lastWord } = createMender(options)
  const report = createReporter()
  const asks = new WeakMap<object, Ask>()
  let run: Run | undefined

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
      const held = dialogue.heldBy(begun)
      const ask = dialogue.read(begun, await dialogue.start(begun, flow))
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
    return advance(of, await dialogue.start(of))
  }

  function refusedStart(of: Run) {
    return async (cause: unknown): Promise<AuthChallenge> => {
      const error = toAuthError(cause, { step: 'InitiateAuth', refusals })
      if (mends(of, cause, error)) return beginAgain(of)
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

    const ask = dialogue.read(of, response, previous)
    try {
      const own = await dialogue.ownAnswer(of, ask)
      if (own !== undefined) return await give(of, ask, own)
    } catch (cause) {
      return refused(of, ask, cause)
    }
    if (!ask.repeated) return show(of, ask, { phase: 'asked' })
    const step = ask.response.ChallengeName
    const error = new AuthError('code-wrong', { step, challengeKept: true, sent: 'yes' })
    return show(of, ask, { phase: 'rejected', error })
  }

  function show(of: Run, ask: Ask, standing: ChallengePhase): AuthChallenge {
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
      ...(ask.hasOtherMethods && { chooseMethod: () => chooseMethod(of, ask) }),
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
    of.unaided = 0
    store.setState(show(of, ask, { phase: 'answering' }))
    await settle(of, work, onRefusal)
  }

  async function give(of: Run, ask: Ask, given: never): Promise<AuthChallenge> {
    const { protocol, answerHere } = ask
    if (answerHere) return answerHere(given)
    const found = await protocol.prepare?.(given, dialogue.tripFor(of, ask))
    if (found) {
      ask.challenge = { ...ask.challenge, ...found }
      return show(of, ask, { phase: 'asked' })
    }

    // Also where it is refused: what is mended begins again, and asks nobody twice.
    if (protocol.replays) of.given.set(protocol.name, given)
    const next = await dialogue.answer(of, ask, given)
    const password = protocol.password?.(given)
    if (password !== undefined) renewPassword(of, ask, password)
    return advance(of, next, ask)
  }

  /** An answer that held the one before would not be accepted again. */
  function renewPassword(of: Run, { protocol }: Ask, password: string) {
    of.credentials.password = password
    for (const [name, given] of of.given) {
      const holdsPassword = protocolFor(name).password?.(given as never) !== undefined
      if (holdsPassword && name !== protocol.name) of.given.delete(name)
    }
  }

  async function refused(of: Run, ask: Ask, cause: unknown): Promise<AuthChallenge> {
    const { ChallengeName: step } = ask.response
    const error = toAuthError(cause, { step, refusals: ask.protocol.refusals })
    if (mends(of, cause, error, ask)) return beginAgain(of, ask)
    report(cause, error)
    if (error.code === 'code-wrong') ask.tries += 1
    if (error.recovery === 'choose-other' && ask.hasOtherMethods) {
      return choose(of, ask, error).catch(() => stayOrEnd(of, ask, error))
    }
    return stayOrEnd(of, ask, lastWord(of, ask, error))
  }

  function stayOrEnd(of: Run, ask: Ask, error: AuthError): AuthChallenge {
    return error.details.challengeKept && !ask.protocol.automatic
      ? show(of, ask, { phase: 'rejected', error })
      : failed(of, error)
  }

  /** Beginning again failed: what is on screen may still be answered. */
  function stayOrEndAtStart(of: Run, ask: Ask, cause: unknown): AuthChallenge {
    const error = toAuthError(cause, { step: 'InitiateAuth' })
    report(cause, error)
    return stayOrEnd(of, ask, error)
  }

  /** Silently: it goes on from where something other than the answers given before is needed. */
  async function beginAgain(of: Run, previous?: Ask): Promise<AuthChallenge> {
    return dialogue
      .walk(of, (ask) => givenBefore(of, ask))
      .then((next) => advance(of, next, previous))
      .catch((cause) => refusedStart(of)(cause))
  }

  /** It may not have been accepted yet: its password is then known from here only. */
  function givenBefore(of: Run, { protocol }: Ask): unknown {
    const given = of.given.get(protocol.name)
    const password = given === undefined ? undefined : protocol.password?.(given as never)
    if (password !== undefined) of.credentials.password = password
    return given
  }

  function chooseMethod(of: Run, ask: Ask) {
    return attempt(
      of,
      ask,
      () => choose(of, ask),
      (cause) => stayOrEndAtStart(of, ask, cause),
    )
  }

  /** Begins again without a preference, and this time lets the user choose. */
  async function choose(of: Run, ask: Ask, error?: AuthError): Promise<AuthChallenge> {
    const { choosing } = of
    of.choosing = true
    const next = await dialogue.start(of).catch((cause: unknown) => {
      of.choosing = choosing
      throw cause
    })
    of.given.clear()
    if (next.AuthenticationResult) return advance(of, next, ask)
    const asked = dialogue.read(of, next, ask)
    if (!asked.protocol.selectsMethod) return advance(of, next, ask)
    return show(of, asked, error ? { phase: 'rejected', error } : { phase: 'asked' })
  }

  /** The service cannot send a code again, so the sign-in begins again and comes back here. */
  async function resend(of: Run, ask: Ask) {
    const now = Date.now()
    if (now < ask.resendReadyAt || !isFree(ask)) return
    // Also when no answer comes: the message may be on its way.
    ask.resendReadyAt = now + options.resendCooldownSeconds * 1000
    const again = async () => {
      const next = await walkBack(of, ask.response.ChallengeName)
      if (next.ChallengeName !== ask.response.ChallengeName) return advance(of, next, ask)
      const { round, hasOtherMethods, resendReadyAt, resends } = ask
      const same = { round, hasOtherMethods, resendReadyAt, resends: resends + 1 }
      return show(of, { ...dialogue.read(of, next, ask), ...same }, { phase: 'asked' })
    }
    await attempt(of, ask, again, (cause) => stayOrEndAtStart(of, ask, cause))
  }

  /** Begins again and gives the answers that were given, and proofs, up to one challenge. */
  function walkBack(of: Run, to: string): Promise<AuthResponse> {
    return dialogue.walk(of, (ask) => {
      if (ask.response.ChallengeName === to) return undefined
      const again = of.given.get(ask.protocol.name)
      return again ?? (ask.protocol.automatic && dialogue.ownAnswer(of, ask))
    })
  }

  async function signedIn(
    of: Run,
    result: AuthenticationResult,
    previous?: Ask,
  ): Promise<AuthChallenge> {
    const { username } = of.credentials
    const onSignOut = (gone: AuthSession) => store.getState().session === gone && restart()
    const arrived = arrive(username, result, wire, { ...options, onSignOut })
    const { session } = arrived
    of.session = session
    // Called off while they were on their way: nothing comes of them.
    if (of.controller.signal.aborted) endRun(of)
    const next: AuthChallenge = { status: 'signed-in', username, session }
    const question = await arrived.question
    if (!question) return next
    const answerHere = (given: never) => question.answer(given).then(() => next)
    const ask = dialogue.read(of, question.response, previous)
    const own = { ...ask, hasOtherMethods: false, expiresAt: Infinity, answerHere }
    return show(of, own, { phase: 'asked' })
  }

  function failed({ credentials: { username } }: Run, error: AuthError): AuthChallenge {
    const ended = new AuthError(error.code, { ...error.details, challengeKept: false })
    return { status: 'failed', username, error: ended }
  }

  return { signIn, restart, prepare: dialogue.prepare, offer }
}
