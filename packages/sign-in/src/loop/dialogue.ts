import { AuthError } from '../protocol/auth-error.ts'
import type { Trip } from '../protocol/challenge-protocol.ts'
import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { Passkeys } from '../protocol/passkeys.ts'
import { badAnswer } from '../protocol/read-values.ts'
import type { Srp } from '../protocol/srp.ts'
import type { AuthResponse, ChallengeResponses } from '../protocol/wire.ts'
import { type Ask, createAsk, type Repeats } from './ask.ts'
import type { Flow } from './flows.ts'
import { makeSrp, type Run, srpOf } from './run.ts'
import type { ServerClock } from './server-clock.ts'
import type { WireRequests, WireRequestsOptions } from './wire-requests.ts'

export interface DialogueOptions extends WireRequestsOptions {
  /** Minutes a challenge can be answered in: the app client's AuthSessionValidity. */
  authSessionValidityMinutes: number
  /** The user pool's id from the `_` on. */
  poolName: string
  repeats?: Repeats
  plainPassword: boolean
  canUsePasskeys: boolean
  passkeys: Passkeys
  clock: ServerClock
}

/** What is said to the service in a sign-in, and what it asks. Knows nothing of screens. */
export interface Dialogue {
  /** `flow`: in place of the app's own way to begin. */
  start: (of: Run, flow?: Flow) => Promise<AuthResponse>
  /** Throws `AuthError('bad-answer')` for an ask that nobody could answer. */
  read: (of: Run, response: AuthResponse, previous?: Ask) => Ask
  /** The answer that needs no user. */
  ownAnswer: (of: Run, ask: Ask) => Promise<undefined>
  answer: (of: Run, ask: Ask, given: never) => Promise<AuthResponse>
  heldBy: (of: Run) => SignInContext
  tripFor: (of: Run, ask: Ask) => Trip
  /** Begins again, and goes on for as long as there is an answer to what is asked. */
  walk: (of: Run, answerTo: (ask: Ask) => unknown) => Promise<AuthResponse>
  /** Does ahead what a start needs and what no password is needed for. */
  prepare: () => void
}

// Steps without the user: a service that asks the same again and again is not answered for ever.
const most = 8

export function createDialogue(wire: WireRequests, options: DialogueOptions): Dialogue {
  let ahead: Promise<Srp> | undefined

  function heldBy(of: Run): SignInContext {
    const { credentials, controller, device } = of
    const { poolName, plainPassword, canUsePasskeys, passkeys, clock } = options
    const { password = '' } = credentials
    const { signal } = controller
    const { now } = clock
    const srp = () => srpOf(of)
    const policy = { plainPassword, canUsePasskeys }
    return { ...policy, poolName, password, device, passkeys, signal, now, srp }
  }

  function start(of: Run, flow: Flow = options.flow): Promise<AuthResponse> {
    // Each start its own secret, made ahead where there was time.
    of.srp = flow.srp ? (ahead ?? makeSrp()) : undefined
    if (flow.srp) ahead = undefined
    const { credentials, choosing } = of
    return wire.start({ username: credentials.username, held: heldBy(of), choosing, flow })
  }

  function read({ credentials }: Run, response: AuthResponse, previous?: Ask): Ask {
    const { username } = credentials
    const { repeats, flow } = options
    const { preferred } = flow
    const expiresAt = inMinutes()
    return createAsk(response, {
      username,
      previous,
      repeats,
      policy: options,
      preferred,
      expiresAt,
    })
  }

  function inMinutes(): number {
    return Date.now() + options.authSessionValidityMinutes * 60_000
  }

  async function ownAnswer(of: Run, { protocol, challenge }: Ask): Promise<undefined> {
    const own = await protocol.answerItself?.(challenge, heldBy(of))
    if (own === undefined) return undefined
    of.unaided += 1
    if (of.unaided > most) throw badAnswer()
    return own
  }

  async function answer(of: Run, ask: Ask, given: never): Promise<AuthResponse> {
    const { protocol, response, challenge, username } = ask
    const held = heldBy(of)
    const isOver = () => Date.now() > ask.expiresAt
    const wasOver = isOver()
    const whole = (await protocol.complete?.(given, challenge, held)) ?? given
    // A prompt of the browser's can stand open for longer than the service waits.
    if (!wasOver && isOver()) throw new AuthError('session-expired', { sent: 'no' })
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

  async function walk(of: Run, answerTo: (ask: Ask) => unknown): Promise<AuthResponse> {
    let response = await start(of)
    let ask: Ask | undefined
    for (let steps = 0; response.ChallengeName && steps < most; steps++) {
      ask = read(of, response, ask)
      const given = await answerTo(ask)
      if (!given) break
      response = await answer(of, ask, given as never)
    }
    return response
  }

  function prepare() {
    if (!options.flow.srp || ahead) return
    ahead = makeSrp()
    // Tried again when it is needed.
    ahead.catch(() => (ahead = undefined))
  }

  return { start, read, ownAnswer, answer, heldBy, tripFor, walk, prepare }
}
