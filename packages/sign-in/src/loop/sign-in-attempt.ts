import type { Opaque } from '../protocol/opaque.ts'
import { loadChunk } from '../protocol/load-chunk.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import type { Srp } from '../protocol/srp.ts'
import type { OpenedSession } from '../session/create-sessions.ts'
import type { Credentials } from './auth-state.ts'
import type { PendingChallenge } from './pending-challenge.ts'

/** One sign-in, from the answer to the first step to the session. */
export interface SignInAttempt {
  /** The step that it began with. */
  readonly firstStep: PendingChallenge
  credentials: Credentials
  readonly controller: AbortController
  /** What the service is told about this browser. */
  device: RememberedDevice | undefined
  srp?: Promise<Srp> | undefined
  /** The answers that a replay may give again, by ChallengeName. */
  readonly answers: Map<string, Opaque>
  /** Starts without the app's preferred method: the user wants to choose. */
  choosesMethod: boolean
  /** Steps answered without the user since the user answered one. */
  automaticSteps: number
  /** Has started again by the service's clock. */
  usesServiceClock: boolean
  /** The tokens have arrived, but one more step comes before they are shown. */
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

/** Stops whatever of it is in flight, and forgets every secret. Tokens that nobody has seen are revoked. */
export function endSignInAttempt(attempt: SignInAttempt): void {
  attempt.controller.abort()
  void attempt.opened?.session.signOut()
  attempt.opened = undefined
  attempt.credentials = { username: attempt.credentials.username }
  attempt.answers.clear()
  attempt.srp = undefined
  attempt.device = undefined
}

/** The SRP key pair of this attempt; a new one once that is spent. */
export async function srpOf(attempt: SignInAttempt): Promise<Srp> {
  const srp = await attempt.srp
  if (srp && !srp.spent) return srp
  attempt.srp = makeSrp()
  return attempt.srp
}

/** Rejects with `AuthError('network')` where the code for SRP cannot be loaded. */
export async function makeSrp(): Promise<Srp> {
  const { createSrp } = await loadChunk(import('../protocol/srp.ts'))
  return createSrp()
}
