import type { ActiveChallenge } from '../challenges/challenge.ts'
import { usernameIn } from '../challenges/first-step.ts'
import type { ChallengePhase } from '../protocol/active-challenge.ts'
import type { Opaque } from '../protocol/opaque.ts'
import type { WritableStore } from '../protocol/store.ts'
import type { PendingChallenge } from './pending-challenge.ts'

/** What the challenge on screen can have done. Each resolves when it is over, either way. */
export interface ScreenActions {
  submit: (pending: PendingChallenge, answer: Opaque) => Promise<void>
  resend: (pending: PendingChallenge) => Promise<void>
  chooseMethod: (pending: PendingChallenge) => Promise<void>
  restart: () => void
  /** Only on the step that begins a sign-in. Returns what stops it. */
  autofill?: (() => () => void) | undefined
}

/** The challenge on screen, and the one place that makes it of a pending challenge. */
export interface Screen {
  readonly pending: PendingChallenge | undefined
  readonly phase: ChallengePhase['phase'] | undefined
  /** The answer under way. */
  readonly inFlight: { answer: Opaque; done: Promise<void> } | undefined
  show: (pending: PendingChallenge, phase: ChallengePhase) => void
  /** Changes what the challenge on screen says, and not its phase. */
  update: (pending: PendingChallenge, changes: Partial<PendingChallenge>) => void
  clear: () => void
  /** Answers the challenge on screen, unless an answer to it is under way. */
  respond: (pending: PendingChallenge, answer: Opaque) => Promise<void>
}

const answering: ChallengePhase = { phase: 'answering' }

export function createScreen(
  store: WritableStore<ActiveChallenge | null>,
  actions: ScreenActions,
  { resendCooldownSeconds }: { resendCooldownSeconds: number },
): Screen {
  let pending: PendingChallenge | undefined
  let phase: ChallengePhase | undefined
  let inFlight: Screen['inFlight']

  /** One request at a time, and only for the challenge on screen. */
  function isFree(one: PendingChallenge): boolean {
    return one === pending && phase?.phase !== 'answering'
  }

  async function act(one: PendingChallenge, work: () => Promise<void>) {
    if (!isFree(one)) return
    screen.show(one, answering)
    await work()
  }

  async function respond(one: PendingChallenge, answer: Opaque) {
    if (!isFree(one)) return
    let finish = () => {}
    const started = { answer, done: new Promise<void>((resolve) => (finish = resolve)) }
    // Before anybody is told that an answer is under way.
    inFlight = started
    if (one.startsSignIn) one.username = usernameIn(answer)
    try {
      await act(one, () => actions.submit(one, answer))
    } finally {
      if (inFlight === started) inFlight = undefined
      finish()
    }
  }

  function toActive(one: PendingChallenge, itsPhase: ChallengePhase): ActiveChallenge {
    const { name, round, tries, username, expiresAt, resends, resendReadyAt } = one
    const resend = async () => {
      const now = Date.now()
      if (now < one.resendReadyAt || !isFree(one)) return
      // Also when no answer comes: the message may be on its way.
      one.resendReadyAt = now + resendCooldownSeconds * 1000
      await act(one, () => actions.resend(one))
    }
    // The protocol that read the challenge also takes the answer: here both are put together again.
    return {
      name,
      ...one.challenge,
      ...itsPhase,
      round,
      tries,
      username,
      ...(Number.isFinite(expiresAt) && { expiresAt }),
      ...(one.sendsCode && {
        resend: Object.assign(resend, { readyAt: resendReadyAt, count: resends }),
      }),
      ...(one.hasOtherMethods && { chooseMethod: () => act(one, () => actions.chooseMethod(one)) }),
      ...(one.startsSignIn && actions.autofill && { autofill: actions.autofill }),
      respond: (answer: Opaque) => respond(one, answer),
      restart: () => one === pending && actions.restart(),
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
    show(next, nextPhase) {
      pending = next
      phase = nextPhase
      next.shown = true
      store.setState(toActive(next, nextPhase))
    },
    update(one, changes) {
      Object.assign(one, changes)
      if (one === pending && phase) screen.show(one, phase)
    },
    clear() {
      pending = undefined
      phase = undefined
      store.setState(null)
    },
    respond,
  }
  return screen
}
