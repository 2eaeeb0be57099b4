// This file is long because it orders the requests of a sign-in. Four rules are easiest to check in
// one place: one attempt at a time, one request in flight, late answers are dropped, and one abort signal.
import { protocolFor } from '../challenges/challenge.ts'
import type { Client } from '../client/create-client.ts'
import { initiateAuth } from '../operations/initiate-auth.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { ChallengePhase } from '../protocol/active-challenge.ts'
import type { AnyProtocol } from '../protocol/challenge-protocol.ts'
import { type Opaque, toOpaque } from '../protocol/opaque.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { Next } from '../protocol/next.ts'
import { badAnswer } from '../protocol/read-values.ts'
import type { DeviceStore, RememberDevice } from '../protocol/remembered-device.ts'
import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { Srp } from '../protocol/srp.ts'
import type { AuthenticationResult, AuthResponse } from '../protocol/wire.ts'
import type { OpenedSession, Sessions } from '../session/create-sessions.ts'
import { type AuthRequestsOptions, createAuthRequests } from './auth-requests.ts'
import type { Credentials } from './auth-state.ts'
import { buildContext, type ContextOptions } from './build-context.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { afterRefusal, afterReply, duringReplay, keepsAnswer, stayOrEnd } from './decide.ts'
import type { Flow } from './flows.ts'
import { openChallenge, type Repeats } from './open-challenge.ts'
import { openStep, type PendingChallenge } from './pending-challenge.ts'
import type { Screen, ScreenActions } from './screen.ts'
import {
  createSignInAttempt,
  endSignInAttempt,
  makeSrp,
  type SignInAttempt,
} from './sign-in-attempt.ts'
import { createStepRequests } from './step-requests.ts'

export interface DriverOptions extends AuthRequestsOptions, ContextOptions {
  screen: Screen
  report: Client['report']
  devices: DeviceStore
  rememberDevice: RememberDevice
  onNotice: (notice: AuthError) => void
  repeats?: Repeats | undefined
  /** AuthSessionValidity of the app client. */
  authSessionValidityMinutes: number
  sessions: Pick<Sessions, 'open'>
  /** Called first when a sign-in begins. */
  onBegin: () => void
  onSignedIn: (opened: OpenedSession, username: string) => void
  /** Called when the sign-in has failed. SIGN_IN is then shown with the error. */
  onFailed: (error: AuthError, attempt: { username: string; gavePassword: boolean }) => void
}

export interface Driver extends Pick<ScreenActions, 'submit'> {
  resend: (pending: PendingChallenge) => Promise<void>
  chooseMethod: (pending: PendingChallenge) => Promise<void>
  /** Ends the current attempt. */
  abandon: () => void
  /** Makes the SRP key pair of the next sign-in in advance. */
  precompute: () => void
  /** Begins a sign-in that is not shown until the user picks the suggestion. Never rejects. */
  suggest: (suggestion: Suggestion) => Promise<void>
}

interface Suggestion {
  username: string
  flow: Flow
  /** Ends the suggestion. Another sign-in ends it too. */
  signal: AbortSignal
  /** Resolves with the answer. If it rejects, no state of this sign-in is shown. */
  choose: (pending: PendingChallenge, context: SignInContext) => Promise<Opaque>
}

type Outcome =
  | { kind: 'show'; pending: PendingChallenge; phase: ChallengePhase }
  | { kind: 'signed-in' }
  | { kind: 'failed'; error: AuthError; gavePassword: boolean }

// A limit, in case the service asks the same again and again.
const maxAutomaticSteps = 8

/** Drives one sign-in at a time: the service asks, the user answers, until there are tokens. */
export function createDriver(options: DriverOptions): Driver {
  const { screen, call, clock, devices, report } = options
  const requests = createAuthRequests(options)
  let current: SignInAttempt | undefined
  let precomputed: Promise<Srp> | undefined

  function abandon() {
    if (current) endSignInAttempt(current)
    current = undefined
  }

  function begin(firstStep: PendingChallenge): SignInAttempt {
    abandon()
    options.onBegin()
    current = createSignInAttempt(firstStep)
    return current
  }

  async function submit(pending: PendingChallenge, answer: Opaque) {
    // A challenge of a sign-in that has ended begins no other.
    const attempt = pending.startsSignIn ? begin(pending) : current
    if (!attempt) return
    attempt.automaticSteps = 0
    await settle(attempt, pending, () => send(attempt, pending, answer))
  }

  /** Does the work and shows its outcome, unless the attempt has ended meanwhile. */
  async function settle(
    attempt: SignInAttempt,
    pending: PendingChallenge,
    work: () => Promise<Outcome>,
    onRefusal = (cause: unknown): Outcome | Promise<Outcome> => refused(attempt, pending, cause),
  ) {
    const outcome = await work().catch(onRefusal)
    if (attempt.controller.signal.aborted) return endSignInAttempt(attempt)
    if (outcome.kind === 'show') return screen.show(outcome.pending, outcome.phase)

    const { opened, credentials } = attempt
    const { username } = credentials
    attempt.opened = undefined
    abandon()
    if (outcome.kind === 'failed') {
      const { error, gavePassword: mayBeWrong } = outcome
      clock.distrust()
      options.onFailed(error, { username, gavePassword: mayBeWrong })
    } else if (opened) options.onSignedIn(opened, username)
    else options.onFailed(badAnswer(), { username, gavePassword: false })
  }

  async function send(
    attempt: SignInAttempt,
    pending: PendingChallenge,
    answer: Opaque,
  ): Promise<Outcome> {
    const protocol = protocolOf(pending)
    // A refused answer is kept too: a retry must not ask the user again.
    if (protocol.replays?.(answer)) attempt.answers.set(protocol.name, answer)
    const next = await answerStep(attempt, pending, answer)
    const password = next.kind === 'reply' ? protocol.password?.(answer) : undefined
    if (password !== undefined) renewPassword(attempt, pending, password)
    return follow(attempt, next, pending)
  }

  function answerStep(
    attempt: SignInAttempt,
    pending: PendingChallenge,
    answer: Opaque,
  ): Promise<Next> {
    // A transport may ignore its signal: nothing is sent for a sign-in that has ended.
    if (attempt.controller.signal.aborted) throw new AuthError('cancelled', { sent: 'no' })
    const protocol = protocolOf(pending)
    const step = stepRequests(attempt, pending)
    return protocol.submit ? protocol.submit(answer, step) : step.respond(protocol.write(answer))
  }

  function stepRequests(attempt: SignInAttempt, pending: PendingChallenge) {
    return createStepRequests(pending, {
      call,
      requests,
      context: contextOf(attempt),
      nextExpiry,
      start: async (credentials) => {
        identify(attempt, credentials)
        return reply(await start(attempt))
      },
      replay: () => replay(attempt, pending.response?.ChallengeName),
    })
  }

  function identify(attempt: SignInAttempt, credentials: Credentials) {
    attempt.credentials = { ...credentials }
    const isUsed = options.rememberDevice !== 'never'
    attempt.device = isUsed ? devices.find(credentials.username) : undefined
  }

  function contextOf(attempt: SignInAttempt): SignInContext {
    return buildContext(attempt, options)
  }

  function start(attempt: SignInAttempt, flow: Flow = options.flow): Promise<AuthResponse> {
    // Every start needs a new key pair (`docs/decisions.md#a-secret-is-used-once`).
    attempt.srp = flow.srp ? (precomputed ?? makeSrp()) : undefined
    if (flow.srp) precomputed = undefined
    const { credentials, choosesMethod } = attempt
    const { username } = credentials
    return requests.start({ username, context: contextOf(attempt), choosesMethod, flow })
  }

  async function follow(
    attempt: SignInAttempt,
    next: Next,
    previous: PendingChallenge,
  ): Promise<Outcome> {
    switch (next.kind) {
      case 'signed-in':
        return { kind: 'signed-in' }
      case 'stay':
        previous.challenge = { ...previous.challenge, ...next.found }
        return show(previous, asked)
      case 'step':
        return show(openNamedStep(attempt, next, previous), asked)
      case 'reply':
        return followReply(attempt, next.response, previous)
    }
  }

  async function followReply(
    attempt: SignInAttempt,
    response: AuthResponse,
    previous: PendingChallenge,
  ): Promise<Outcome> {
    const after = afterReply(response, replyContext(attempt, previous))
    if (after.kind === 'tokens') return arrive(attempt, after.tokens, previous)
    const { pending, phase } = after
    try {
      const answer = await answerItself(attempt, pending)
      if (answer !== undefined) return await send(attempt, pending, answer)
    } catch (cause) {
      return refused(attempt, pending, cause)
    }
    return show(pending, phase)
  }

  async function answerItself(
    attempt: SignInAttempt,
    pending: PendingChallenge,
  ): Promise<Opaque | undefined> {
    const protocol = protocolOf(pending)
    const answer = await protocol.answerItself?.(pending.challenge, contextOf(attempt))
    if (answer === undefined) return undefined
    attempt.automaticSteps += 1
    if (attempt.automaticSteps > maxAutomaticSteps) throw badAnswer()
    return answer
  }

  /** Makes a session of the tokens. One more step may come before the session is shown. */
  async function arrive(
    attempt: SignInAttempt,
    tokens: AuthenticationResult,
    previous: PendingChallenge,
  ): Promise<Outcome> {
    const opened = options.sessions.open(tokens, attempt.credentials.username)
    attempt.opened = opened
    // The attempt has ended meanwhile: this revokes the tokens.
    if (attempt.controller.signal.aborted) endSignInAttempt(attempt)
    const { username } = attempt.credentials
    // The secrets are not needed any more, and one more step may stay on screen for long.
    attempt.credentials = { username }
    attempt.answers.clear()
    attempt.srp = undefined
    return follow(
      attempt,
      await completeSignIn({ ...options, username, tokens, signal: opened.signal }),
      previous,
    )
  }

  async function refused(
    attempt: SignInAttempt,
    pending: PendingChallenge,
    cause: unknown,
  ): Promise<Outcome> {
    const { response, hasOtherMethods } = pending
    const protocol = protocolOf(pending)
    const { refusals } = protocol
    const error = toAuthError(cause, {
      step: response?.ChallengeName ?? initiateAuth.name,
      refusals,
    })
    const clockIsOff = clock.isOff()
    const after = afterRefusal({ error, protocol, attempt, clockIsOff, hasOtherMethods })
    if (after.kind === 'retry') {
      if (after.reason === 'service-clock') goByServiceClock(attempt)
      else forgetDevice(attempt, error)
      return retry(attempt, pending)
    }
    report(cause)
    if (error.code === 'code-wrong') pending.tries += 1
    if (after.kind !== 'choose-method') return conclude(attempt, pending, after)
    return chooseAgain(attempt, pending, error).catch(() =>
      conclude(attempt, pending, stayOrEnd(error, protocol)),
    )
  }

  function goByServiceClock(attempt: SignInAttempt) {
    clock.trust()
    attempt.usesServiceClock = true
  }

  function forgetDevice(attempt: SignInAttempt, { details }: AuthError) {
    devices.forget(attempt.credentials.username)
    attempt.device = undefined
    options.onNotice(new AuthError('device-forgotten', { ...details, challengeKept: true }))
  }

  function conclude(
    attempt: SignInAttempt,
    pending: PendingChallenge,
    { kind, error }: { kind: 'stay' | 'end'; error: AuthError },
  ): Outcome {
    if (kind === 'stay') return show(pending, { phase: 'rejected', error })
    return { kind: 'failed', error, gavePassword: gavePassword(attempt) }
  }

  /** Starts again with the kept answers. The screen does not change until the user is needed. */
  async function retry(attempt: SignInAttempt, previous: PendingChallenge): Promise<Outcome> {
    return replay(attempt)
      .then((next) => follow(attempt, next, previous))
      .catch((cause: unknown) => refused(attempt, attempt.firstStep, cause))
  }

  /** Starts again and sends the kept answers: up to the challenge `until`, or as far as they go. */
  async function replay(attempt: SignInAttempt, until?: string): Promise<Next> {
    let response = await start(attempt)
    let pending = attempt.firstStep
    for (let steps = 0; response.ChallengeName && steps < maxAutomaticSteps; steps++) {
      pending = openChallenge(response, replyContext(attempt, pending))
      const answer = await answerAgain(attempt, pending, until)
      if (answer === undefined) break
      const next = await answerStep(attempt, pending, answer)
      if (next.kind !== 'reply') break
      response = next.response
    }
    return reply(response)
  }

  async function answerAgain(
    attempt: SignInAttempt,
    pending: PendingChallenge,
    until: string | undefined,
  ): Promise<Opaque | undefined> {
    const step = duringReplay(pending, attempt.answers, until)
    if (step.kind === 'automatic') return answerItself(attempt, pending)
    if (step.kind === 'stop') return undefined
    // If this answer was refused before, its password is not in the credentials yet.
    const password = protocolOf(pending).password?.(step.answer)
    if (password !== undefined) attempt.credentials.password = password
    return step.answer
  }

  /** Keeps the new password and forgets the answers with the old one. */
  function renewPassword(attempt: SignInAttempt, pending: PendingChallenge, password: string) {
    const accepted = protocolOf(pending)
    attempt.credentials.password = password
    for (const [name, answer] of attempt.answers) {
      if (!keepsAnswer(name, answer, accepted)) attempt.answers.delete(name)
    }
  }

  async function chooseMethod(pending: PendingChallenge) {
    await restartFrom(pending, (attempt) => chooseAgain(attempt, pending))
  }

  /** Starts again without a preferred method. Shows the choice even if it has one entry. */
  async function chooseAgain(
    attempt: SignInAttempt,
    previous: PendingChallenge,
    error?: AuthError,
  ): Promise<Outcome> {
    const { choosesMethod } = attempt
    attempt.choosesMethod = true
    const response = await start(attempt).catch((cause: unknown) => {
      attempt.choosesMethod = choosesMethod
      throw cause
    })
    attempt.answers.clear()
    const after = afterReply(response, replyContext(attempt, previous))
    if (after.kind === 'challenge' && protocolOf(after.pending).selectsMethod) {
      return show(after.pending, error ? { phase: 'rejected', error } : asked)
    }
    return followReply(attempt, response, previous)
  }

  async function resend(pending: PendingChallenge) {
    await restartFrom(pending, async (attempt) => {
      const { response, round, hasOtherMethods, resendReadyAt, resends } = pending
      const next = await protocolOf(pending).resend!(stepRequests(attempt, pending))
      if (next.kind !== 'reply' || next.response.ChallengeName !== response?.ChallengeName) {
        return follow(attempt, next, pending)
      }
      const again = openChallenge(next.response, replyContext(attempt, pending))
      const kept = { round, hasOtherMethods, resendReadyAt, resends: resends + 1 }
      return show({ ...again, ...kept }, asked)
    })
  }

  /** Runs work that starts the sign-in again. If it fails, the challenge on screen can still be answered. */
  async function restartFrom(
    pending: PendingChallenge,
    work: (attempt: SignInAttempt) => Promise<Outcome>,
  ) {
    const attempt = current
    if (!attempt) return
    attempt.automaticSteps = 0
    await settle(
      attempt,
      pending,
      () => work(attempt),
      (cause) => {
        const error = toAuthError(cause, { step: initiateAuth.name })
        report(cause)
        return conclude(attempt, pending, stayOrEnd(error, protocolOf(pending)))
      },
    )
  }

  function replyContext(attempt: SignInAttempt, previous: PendingChallenge) {
    const { repeats, flow } = options
    const { username } = attempt.credentials
    const { preferred } = flow
    return { username, previous, repeats, policy: options, preferred, expiresAt: nextExpiry() }
  }

  function nextExpiry(): number {
    return Date.now() + options.authSessionValidityMinutes * 60_000
  }

  function precompute() {
    if (!options.flow.srp || precomputed) return
    precomputed = makeSrp()
    // After a failure, the sign-in makes the key pair itself.
    precomputed.catch(() => (precomputed = undefined))
  }

  async function suggest({ username, flow, signal, choose }: Suggestion) {
    const firstStep = screen.pending
    if (!firstStep?.startsSignIn || screen.phase !== 'asked') return
    const attempt = begin(firstStep)
    signal.addEventListener('abort', () => endSignInAttempt(attempt))
    try {
      identify(attempt, { username })
      const response = await start(attempt, flow)
      const pending = openChallenge(response, replyContext(attempt, firstStep))
      const answer = await choose(pending, contextOf(attempt))
      if (attempt.controller.signal.aborted) return
      firstStep.username = username
      screen.show(firstStep, { phase: 'answering' })
      await settle(attempt, pending, () => send(attempt, pending, answer))
    } catch {
      endSignInAttempt(attempt)
    }
  }

  return { submit, resend, chooseMethod, abandon, precompute, suggest }
}

const asked: ChallengePhase = { phase: 'asked' }

function protocolOf({ name }: PendingChallenge): AnyProtocol {
  return protocolFor(name)
}

/** Opens a step of the kit that follows another step. */
function openNamedStep(
  { credentials: { username } }: SignInAttempt,
  { name, source }: Extract<Next, { kind: 'step' }>,
  { round }: PendingChallenge,
): PendingChallenge {
  const challenge = protocolFor(name).read(toOpaque(source))
  return openStep({ name, source, challenge, username, round: round + 1 })
}

function show(pending: PendingChallenge, phase: ChallengePhase): Outcome {
  return { kind: 'show', pending, phase }
}

function reply(response: AuthResponse): Next {
  return { kind: 'reply', response }
}

/** Whether the user gave a password, which may be the wrong entry. */
function gavePassword({ credentials, answers }: SignInAttempt): boolean {
  if (credentials.password !== undefined) return true
  return [...answers].some(([name, answer]) => protocolFor(name).password?.(answer) !== undefined)
}
