import { AuthError } from '../protocol/auth-error.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import type { Srp } from '../protocol/srp.ts'
import type { Credentials } from './auth-challenge.ts'
import type { AuthSession } from './session.ts'

/** One sign-in, from the press to the tokens. */
export interface Run {
  credentials: Credentials
  readonly controller: AbortController
  /** What the service is told about this browser. */
  device: RememberedDevice | undefined
  srp?: Promise<Srp> | undefined
  /** Answers that a start over may give again, by ChallengeName. */
  readonly given: Map<string, unknown>
  /** Begins without the app's preferred way: the user would rather choose. */
  choosing: boolean
  /** Answers given since the user gave one. */
  unaided: number
  /** Has begun again by the service's clock. */
  retimed: boolean
  /** The tokens are here, but not shown yet: one more thing is asked. */
  session?: AuthSession | undefined
}

export function createRun(credentials: Credentials, device: RememberedDevice | undefined): Run {
  return {
    credentials: { ...credentials },
    controller: new AbortController(),
    device,
    given: new Map(),
    choosing: false,
    unaided: 0,
    retimed: false,
  }
}

/** Nothing of it may go on, and what a start over would have needed is forgotten. */
export function endRun(run: Run): void {
  run.controller.abort()
  void run.session?.signOut()
  run.session = undefined
  run.credentials = { username: run.credentials.username }
  run.given.clear()
  run.srp = undefined
  run.device = undefined
}

/** This sign-in's secret; another one once that is spent. */
export async function srpOf(run: Run): Promise<Srp> {
  const made = await run.srp
  if (made && !made.spent) return made
  run.srp = makeSrp()
  return run.srp
}

/** Throws `AuthError('network')` where its arithmetic cannot be loaded. */
export async function makeSrp(): Promise<Srp> {
  const { createSrp } = await import('../protocol/srp.ts').catch(() => {
    throw new AuthError('network', { sent: 'no' })
  })
  return createSrp()
}
