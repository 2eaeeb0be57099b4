import type { SimulatorClock } from './clock.ts'
import type { SentMessage } from './outbox.ts'
import type { AuthenticatorCode } from './pool/authenticator.ts'
import type { Pool } from './pool/pool.ts'
import type { SigningKeys } from './pool/signing-keys.ts'
import type { Triggers } from './triggers.ts'
import type { Faults } from './wire/fault.ts'

/** The options of `createSimulator`. */
export interface SimulatorOptions {
  /** Lambda triggers. A pool calls those that its LambdaConfig names. */
  triggers?: Triggers
  /** Returns the next code to send, with so many digits. Random digits by default. */
  codes?: (digits: number) => string
  /** The time that the clock runs on, in milliseconds since 1970. `Date.now` by default. */
  now?: () => number
  /** How far the TIMESTAMP of an SRP proof may be off, in seconds. 300 by default. */
  clockTolerance?: number
  /** Returns the `iss` claim of the tokens. The address of the real service by default. */
  issuer?: (poolId: string) => string
  /** Whether MFA_SETUP offers SMS as well, which the service does not document. False by default. */
  smsSetup?: boolean
  /** The RSA keys for the tokens, for example to share slow-to-generate keys. New keys by default. */
  signingKeys?: () => Promise<SigningKeys>
}

/** User pools in memory, behind one endpoint. */
export interface Simulator {
  /**
   * Answers as the service's endpoint does, without the network. Pass it to a client that takes a `fetch`.
   * An error of the service is a response. It rejects if the caller aborts, and for a planned `drop`.
   */
  fetch: typeof globalThis.fetch
  /** The last 10,000 SMS and e-mails, newest last. Every message makes a new array. */
  readonly outbox: readonly SentMessage[]
  /** Calls the listener when the outbox or an authenticator app changes. Returns a function that stops this. */
  subscribe: (listener: () => void) => () => void
  clock: SimulatorClock
  /** Makes requests fail as planned. */
  faults: Faults
  /** The user's authenticator app. Undefined if there is none. Without `userPoolId` it searches all pools. */
  totp: (username: string, userPoolId?: string) => AuthenticatorCode | undefined
  /** Restores the initial state: pools, clock, faults, outbox and requests. */
  reset: () => void
  /** The last 10,000 service calls, oldest first. `at` is in milliseconds since 1970. */
  readonly requests: readonly { operation: string; at: number }[]
}

/** A simulator whose state can be saved. */
export interface StoredSimulator extends Simulator {
  snapshot: () => Promise<Snapshot>
}

/** The state of a simulator that survives a restart. */
export interface Snapshot {
  pools: Pool[]
  signingKeys: SigningKeys
}
