import type { ActiveChallenge } from '../challenges/challenge.ts'
import { usernameIn } from '../challenges/first-step.ts'
import type { ChallengePhase } from '../protocol/active-challenge.ts'
import type { Opaque } from '../protocol/opaque.ts'
import type { WritableStore } from '../protocol/store.ts'
import type { PendingChallenge } from './pending-challenge.ts'

/**
 * Shows the phase `answering` and runs `work`, if the challenge is on screen and is not `answering` yet.
 * `prepare` runs first, before the listeners are called.
 */
export type Act = (work: () => Promise<void>, prepare?: () => void) => Promise<void>

/** What the screen needs from the loop. */
export interface ScreenActions {
  /** Sends an answer. Never rejects. */
  submit: (pending: PendingChallenge, answer: Opaque) => Promise<void>
  restart: () => void
  /** More properties of a challenge: `expiresAt`, `resend`, `chooseMethod`, `autofill`. */
  actionsOf: (pending: PendingChallenge, act: Act) => object | undefined
}

/** Holds the challenge on screen and turns a pending challenge into an active one. */
export interface Screen {
  readonly pending: PendingChallenge | undefined
  readonly phase: ChallengePhase['phase'] | undefined
  /** The answer that is being sent. `undefined` once something else is on screen. */
  readonly inFlight: { answer: Opaque; done: Promise<void> } | undefined
  show: (pending: PendingChallenge, phase: ChallengePhase) => void
  /** Changes properties of a pending challenge. Its phase stays. */
  update: (pending: PendingChallenge, changes: Partial<PendingChallenge>) => void
  clear: () => void
  /** Answers the challenge on screen. Does nothing if another answer is being sent. */
  respond: (pending: PendingChallenge, answer: Opaque) => Promise<void>
}

export function createScreen(
  store: WritableStore<ActiveChallenge | null>,
  { submit, restart, actionsOf }: ScreenActions,
): Screen {
  let pending: PendingChallenge | undefined
  let phase: ChallengePhase | undefined
  let inFlight: Screen['inFlight']

  async function act(one: PendingChallenge, ...[work, prepare]: Parameters<Act>) {
    if (one !== pending || phase?.phase === 'answering') return
    prepare?.()
    screen.show(one, { phase: 'answering' })
    await work()
  }

  async function respond(one: PendingChallenge, answer: Opaque) {
    let finish = () => {}
    const done = new Promise<void>((resolve) => (finish = resolve))
    await act(
      one,
      () => submit(one, answer).finally(finish),
      () => {
        if (one.startsSignIn) one.username = usernameIn(answer)
        inFlight = { answer, done }
      },
    )
  }

  function toActive(one: PendingChallenge, itsPhase: ChallengePhase): ActiveChallenge {
    const { name, challenge, round, tries, username } = one
    // The cast is safe: the protocol that read the challenge also takes the answer.
    return {
      name,
      ...challenge,
      ...itsPhase,
      round,
      tries,
      username,
      ...actionsOf(one, (...work) => act(one, ...work)),
      respond: (answer: Opaque) => respond(one, answer),
      restart: () => one === pending && restart(),
    } as unknown as ActiveChallenge
  }

  const screen: Screen = {
    get pending() {
      return pending
    },
    get phase() {
      return phase?.phase
    },
    get inFlight() {
      return inFlight
    },
    show(one, itsPhase) {
      if (one !== pending || itsPhase.phase !== 'answering') inFlight = undefined
      pending = one
      phase = itsPhase
      one.shown = true
      store.setState(toActive(one, itsPhase))
    },
    update(one, changes) {
      Object.assign(one, changes)
      if (one === pending && phase) screen.show(one, phase)
    },
    clear() {
      pending = undefined
      phase = undefined
      inFlight = undefined
      store.setState(null)
    },
    respond,
  }
  return screen
}
