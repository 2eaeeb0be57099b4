// Longer than most: one sign-in at a time, one request in flight, late answers dropped and one
// abort are easiest to see to be true where they stand together.
import type { ActiveChallenge } from '../challenges/challenge.ts'
import type { Attempt } from '../protocol/active-challenge.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Trip } from '../protocol/challenge-protocol.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import { printable } from '../protocol/printable.ts'
import type { Transport } from '../protocol/transport.ts'
import type { AuthenticationResult, AuthResponse, ChallengeResponses } from '../protocol/wire.ts'
import { type Ask, createAsk, type Repeats, usernameIn } from './ask.ts'
import type { AuthChallenge, AuthChallengeActions, Credentials } from './auth-challenge.ts'
import { type AuthFlow, flows } from './flows.ts'
import { type Metadata, metadataFor } from './metadata.ts'
import { createSession } from './session.ts'
import type { WritableStore } from './store.ts'

export interface ChallengeLoopOptions extends Metadata {
  clientId: string
  transport: Transport
  authFlow: AuthFlow
  /** Minutes a challenge can be answered in: the app client's AuthSessionValidity. */
  authSessionValidity: number
  /** Seconds between two codes. */
  resendCooldown: number
  repeats: Repeats | undefined
}

export type ChallengeLoop = AuthChallengeActions

/** One sign-in, from the press to the tokens. */
interface Run {
  credentials: Credentials
  controller: AbortController
  /** Answers that a start over may give again, by ChallengeName. */
  given: Map<string, ChallengeResponses>
}

/** Drives one sign-in: Cognito asks, the user answers, until Cognito hands out tokens. */
export function createChallengeLoop(
  store: WritableStore<AuthChallenge>,
  options: ChallengeLoopOptions,
): ChallengeLoop {
  const { clientId: ClientId, transport, authFlow: AuthFlow } = options
  let run: Run | undefined
  let shown: Ask | undefined
  let warned = false

  function restart() {
    run?.controller.abort()
    run = undefined
    store.setState({ status: 'idle', username: store.getState().username })
  }

  async function signIn(credentials: Credentials) {
    run?.controller.abort()
    const begun: Run = {
      credentials: { ...credentials },
      controller: new AbortController(),
      given: new Map(),
    }
    run = begun
    store.setState({ status: 'starting', username: credentials.username })
    await settle(
      begun,
      async () => advance(begun, await start(begun)),
      (cause) => failed(begun, explained(cause, { step: 'InitiateAuth' })),
    )
  }

  /** Does the work, and shows the state it leads to, unless a restart came first. */
  async function settle(
    of: Run,
    work: () => Promise<AuthChallenge>,
    onRefusal: (cause: unknown) => AuthChallenge,
  ) {
    const next = await work().catch(onRefusal)
    if (of.controller.signal.aborted) return void next.session?.signOut()
    // What a start over would need is held no longer than there is a challenge to start over from.
    if (next.status !== 'challenged') of.credentials = { username: of.credentials.username }
    store.setState(next)
  }

  function start({ credentials, controller }: Run): Promise<AuthResponse> {
    const request = {
      ClientId,
      AuthFlow,
      AuthParameters: flows[AuthFlow].parameters(credentials),
      ...metadataFor(options, { operation: 'InitiateAuth' }),
    }
    return transport('InitiateAuth', request, controller)
  }

  function answer(
    { controller }: Run,
    { ChallengeName, Session }: { ChallengeName: string; Session: string | undefined },
    responses: ChallengeResponses,
  ): Promise<AuthResponse> {
    const step = { operation: 'RespondToAuthChallenge', challengeName: ChallengeName } as const
    const request = {
      ClientId,
      ChallengeName,
      ...(Session && { Session }),
      ChallengeResponses: responses,
      ...metadataFor(options, step),
    }
    return transport('RespondToAuthChallenge', request, controller)
  }

  async function advance(of: Run, response: AuthResponse, previous?: Ask): Promise<AuthChallenge> {
    if (response.AuthenticationResult) return signedIn(of, response.AuthenticationResult)

    const ask = askFor(of, response, previous)
    const own = ask.protocol.answerItself?.(ask.challenge)
    if (own !== undefined) return give(of, ask, own).catch((cause) => refused(of, ask, cause))
    if (!ask.repeated) return show(of, ask, { phase: 'asked' })
    const step = ask.response.ChallengeName
    const error = new AuthError('code-wrong', { step, challengeKept: true, sent: 'yes' })
    return show(of, ask, { phase: 'rejected', error })
  }

  function askFor({ credentials }: Run, response: AuthResponse, previous?: Ask): Ask {
    return createAsk(
      response,
      { username: credentials.username, previous, repeats: options.repeats },
      { now: Date.now(), seconds: options.authSessionValidity * 60 },
    )
  }

  function show(of: Run, ask: Ask, standing: Attempt): AuthChallenge {
    const { protocol, challenge, round, tries, expiresAt } = ask
    const { username } = of.credentials
    shown = ask
    const active = {
      name: protocol.name,
      ...challenge,
      ...standing,
      round,
      tries,
      username,
      expiresAt,
      ...(protocol.delivers && {
        resend: Object.assign(() => resend(of, ask), {
          readyAt: ask.resendReadyAt,
          count: ask.resends,
        }),
      }),
      respond: (given: never) => respond(of, ask, given),
      restart,
    }
    return { status: 'challenged', username, challenge: active as unknown as ActiveChallenge }
  }

  async function respond(of: Run, ask: Ask, given: never) {
    await attempt(of, ask, () => give(of, ask, given))
  }

  /** One request at a time, and only for the ask on screen. */
  async function attempt(of: Run, ask: Ask, work: () => Promise<AuthChallenge>) {
    const { challenge } = store.getState()
    if (of.controller.signal.aborted || shown !== ask || challenge?.phase === 'answering') return
    store.setState(show(of, ask, { phase: 'answering' }))
    await settle(of, work, (cause) => refused(of, ask, cause))
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
    const step = { ChallengeName, Session: ask.session }
    const next = await answer(of, step, { USERNAME: ask.username, ...written })
    if (protocol.replays) of.given.set(ChallengeName, written)
    if (protocol.newPassword) of.credentials.password = protocol.newPassword(given)
    return advance(of, next, ask)
  }

  function tripFor({ controller }: Run, ask: Ask): Trip {
    return async (operation, request) => {
      const key = JSON.stringify([operation, request])
      const made = ask.trips.get(key)
      if (made) return made as never
      const response = await transport(
        operation,
        { ...request, Session: ask.session } as never,
        controller,
      )
      if ('Session' in response && response.Session) ask.session = response.Session
      ask.trips.set(key, response)
      return response
    }
  }

  function refused(of: Run, ask: Ask, cause: unknown): AuthChallenge {
    const { ChallengeName: step } = ask.response
    const error = explained(cause, { step, refusals: ask.protocol.refusals })
    if (error.code === 'code-wrong') ask.tries += 1
    return error.details.challengeKept
      ? show(of, ask, { phase: 'rejected', error })
      : failed(of, error)
  }

  /** What is wrong with the set-up only a developer can mend: one line, once, and no secret in it. */
  function explained(cause: unknown, at: Parameters<typeof toAuthError>[1]): AuthError {
    const error = toAuthError(cause, at)
    if (error.code === 'configuration' && !warned) {
      warned = true
      const { step, exception } = error.details
      console.warn(`Sallyport: ${step} was refused, ${exception}: ${printable(String(cause), 200)}`)
    }
    return error
  }

  /** The service cannot send a code again, so the sign-in begins again and comes back here. */
  async function resend(of: Run, ask: Ask) {
    if (Date.now() < ask.resendReadyAt) return
    await attempt(of, ask, async () => {
      const next = await walkBack(of, ask.response.ChallengeName)
      if (next.ChallengeName !== ask.response.ChallengeName) return advance(of, next, ask)
      const renewed = {
        ...askFor(of, next, ask),
        round: ask.round,
        resends: ask.resends + 1,
        resendReadyAt: Date.now() + options.resendCooldown * 1000,
      }
      return show(of, renewed, { phase: 'asked' })
    })
  }

  async function walkBack(of: Run, to: string): Promise<AuthResponse> {
    const given = new Map(of.given)
    let response = await start(of)
    while (response.ChallengeName && response.ChallengeName !== to) {
      const { ChallengeName, ChallengeParameters, Session } = response
      const again = given.get(ChallengeName)
      if (!again) break
      given.delete(ChallengeName)
      const USERNAME = usernameIn(ChallengeParameters) ?? of.credentials.username
      response = await answer(of, { ChallengeName, Session }, { USERNAME, ...again })
    }
    return response
  }

  function signedIn(
    { credentials: { username } }: Run,
    result: AuthenticationResult,
  ): AuthChallenge {
    const session = createSession(result, async () => {
      if (store.getState().session === session) restart()
      const { signal } = new AbortController()
      const { RefreshToken: Token } = result
      // Here it is over already; a service out of reach cannot keep anybody signed in.
      if (Token) await transport('RevokeToken', { ClientId, Token }, { signal }).catch(() => {})
    })
    return { status: 'signed-in', username, session }
  }

  function failed({ credentials: { username } }: Run, error: AuthError): AuthChallenge {
    const ended = new AuthError(error.code, { ...error.details, challengeKept: false })
    return { status: 'failed', username, error: ended }
  }

  return { signIn, restart }
}
