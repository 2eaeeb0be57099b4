import type { ActiveChallenge } from '../challenges/challenge.ts'
import { usernameIn } from '../challenges/first-step.ts'
import type { ChallengePhase } from '../protocol/active-challenge.ts'
import type { Opaque } from '../protocol/opaque.ts'
import type { WritableStore } from '../protocol/store.ts'
import type { PendingChallenge } from './pending-challenge.ts'

/**
 * Shows that an answer is under way and does the work, if the challenge is on screen and nothing else is
 * under way. `prepare` runs first, before anybody is told.
 */
export type Act = (work: () => Promise<void>, prepare?: () => void) => Promise<void>

/** What the challenge on screen can have done. */
export interface ScreenActions {
  /** Resolves when it is over, either way. */
  submit: (pending: PendingChallenge, answer: Opaque) => Promise<void>
  restart: () => void
  /** What else a challenge has: its time limit, `resend`, `chooseMethod`, `autofill`. */
  actionsOf: (pending: PendingChallenge, act: Act) => object | undefined
}

/** The challenge on screen, and the one place that makes it of a pending challenge. */
export interface Screen {
  readonly pending: PendingChallenge | undefined
  readonly phase: ChallengePhase['phase'] | undefined
  /** The answer under way. It is forgotten once anything else is on screen. */
  readonly inFlight: { answer: Opaque; done: Promise<void> } | undefined
  show: (pending: PendingChallenge, phase: ChallengePhase) => void
  /** Changes what the challenge on screen says, and not its phase. */
  update: (pending: PendingChallenge, changes: Partial<PendingChallenge>) => void
  clear: () => void
  /** Answers the challenge on screen, unless an answer to it is under way. */
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
    // The protocol that read the challenge also takes the answer: here both are put together again.
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
