import type { SimulatorClock } from './clock.ts'
import type { SentMessage } from './outbox.ts'
import type { AuthenticatorCode } from './pool/authenticator.ts'
import type { Pool } from './pool/pool.ts'
import type { SigningKeys } from './pool/signing-keys.ts'
import type { Triggers } from './triggers.ts'
import type { Faults } from './wire/fault.ts'

export interface SimulatorOptions {
  /** Called by every pool whose LambdaConfig has the trigger. */
  triggers?: Triggers
  /** The codes that are sent, for stories; so many random digits unless given. */
  codes?: (digits: number) => string
  /** What the clock runs on; `Date.now` unless given. */
  now?: () => number
  /** By how many seconds the TIMESTAMP of an SRP sign-in may be off; 300 unless given. */
  clockTolerance?: number
  /** Where tokens say they come from; the service's own address unless given. */
  issuer?: (poolId: string) => string
  /** Lets MFA_SETUP offer SMS in pools made over the wire, by analogy with e-mail. */
  smsSetup?: boolean
  /** To be shared between simulators, since making them takes a while; own ones unless given. */
  signingKeys?: () => Promise<SigningKeys>
}

/** User pools in memory behind one endpoint. */
export interface Simulator {
  /** Answers what the service's endpoint answers; give it to any client that takes a `fetch`. */
  fetch: typeof globalThis.fetch
  /** The last 10,000 SMS and e-mails, newest last; a new array after each. */
  readonly outbox: readonly SentMessage[]
  /** Calls back when the outbox or an authenticator changes. */
  subscribe: (listener: () => void) => () => void
  clock: SimulatorClock
  faults: Faults
  /** Of the first pool that has the user, unless it is said which. */
  totp: (username: string, userPoolId?: string) => AuthenticatorCode | undefined
  /** Back to how it was made. */
  reset: () => void
  /** What has been asked, oldest first; the last 10,000 requests. */
  readonly requests: readonly { operation: string; at: number }[]
}

export interface StoredSimulator extends Simulator {
  /** What outlives the process. */
  snapshot: () => Promise<Snapshot>
}

export interface Snapshot {
  pools: Pool[]
  signingKeys: SigningKeys
}
