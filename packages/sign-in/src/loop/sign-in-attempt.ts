import type { Opaque } from '../protocol/opaque.ts'
import { loadChunk } from '../protocol/load-chunk.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import type { Srp } from '../protocol/srp.ts'
import type { OpenedSession } from '../session/create-sessions.ts'
import type { Credentials } from './auth-state.ts'
import type { PendingChallenge } from './pending-challenge.ts'

/** One sign-in, from the answer to SIGN_IN to the session. */
export interface SignInAttempt {
  /** The SIGN_IN step that began it. */
  readonly firstStep: PendingChallenge
  credentials: Credentials
  readonly controller: AbortController
  /** The remembered device that the requests name. */
  device: RememberedDevice | undefined
  srp?: Promise<Srp> | undefined
  /** The answers that a replay may send again, by the name of the protocol. */
  readonly answers: Map<string, Opaque>
  /** Every start leaves the preferred method out, because the user wants to choose. */
  choosesMethod: boolean
  /** How many steps have answered themselves since the last answer of the user. */
  automaticSteps: number
  /** Whether the attempt has started again with the clock of the service. */
  usesServiceClock: boolean
  /** The session, while a step between the tokens and the session is on screen. */
  opened?: OpenedSession | undefined
}

export function createSignInAttempt(firstStep: PendingChallenge): SignInAttempt {
  return {
    firstStep,
    credentials: { username: '' },
    controller: new AbortController(),
    device: undefined,
    answers: new Map(),
    choosesMethod: false,
    automaticSteps: 0,
    usesServiceClock: false,
  }
}

/** Aborts the requests of the attempt and forgets all secrets. Revokes tokens that were not shown yet. */
export function endSignInAttempt(attempt: SignInAttempt): void {
  attempt.controller.abort()
  void attempt.opened?.session.signOut()
  attempt.opened = undefined
  attempt.credentials = { username: attempt.credentials.username }
  attempt.answers.clear()
  attempt.srp = undefined
  attempt.device = undefined
}

/** The unused SRP key pair of this attempt. Makes a new one if it was used. */
export async function srpOf(attempt: SignInAttempt): Promise<Srp> {
  const srp = await attempt.srp
  if (srp && !srp.spent) return srp
  attempt.srp = makeSrp()
  return attempt.srp
}

/** Makes an SRP key pair. Rejects with `AuthError('network')` if the code for SRP cannot be loaded. */
export async function makeSrp(): Promise<Srp> {
  const { createSrp } = await loadChunk(import('../protocol/srp.ts'))
  return createSrp()
}
