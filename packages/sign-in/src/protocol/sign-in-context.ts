import type { Passkeys } from './passkeys.ts'
import type { RememberedDevice } from './remembered-device.ts'
import type { Srp } from './srp.ts'

/** What the app allows. It limits what the service offers. */
export interface SignInPolicy {
  /** Whether the password itself may be sent instead of a proof. */
  readonly plainPassword: boolean
  /** Whether the browser supports passkeys, or the app brought its own `passkeys`. */
  readonly canUsePasskeys: boolean
}

/** What the steps of one sign-in may use. No component gets it: it holds the password. */
export interface SignInContext extends SignInPolicy {
  /** The part of the user pool id after `_`. See `docs/cognito.md#srp`. */
  readonly poolName: string
  /** Empty if the user has not given one yet. */
  readonly password: string
  /** The remembered device of this user, if this browser has one. */
  readonly device: RememberedDevice | undefined
  readonly passkeys: Passkeys
  /** Aborts when the sign-in attempt ends. */
  readonly signal: AbortSignal
  /** The time for a timestamp: corrected by the clock of the service after a refused timestamp. */
  now: () => Date
  /** The unused SRP key pair of this attempt. It is made on the first call, and again once it was used. */
  srp: () => Promise<Srp>
}
