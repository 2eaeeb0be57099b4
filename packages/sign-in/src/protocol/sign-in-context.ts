import type { Passkeys } from './passkeys.ts'
import type { RememberedDevice } from './remembered-device.ts'
import type { Srp } from './srp.ts'

/** What the app allows, whatever the service offers. */
export interface SignInPolicy {
  /** Whether the password itself may be sent, where a proof of it would do. */
  readonly plainPassword: boolean
  /** Whether the browser has passkeys, or the app brought its own. */
  readonly canUsePasskeys: boolean
}

/** What the steps of one sign-in may use, and no screen ever sees. */
export interface SignInContext extends SignInPolicy {
  /** The user pool's id from the `_` on. */
  readonly poolName: string
  /** Empty where none was given yet. */
  readonly password: string
  /** What this browser proves in place of a second factor. */
  readonly device: RememberedDevice | undefined
  readonly passkeys: Passkeys
  /** Aborts with the sign-in. */
  readonly signal: AbortSignal
  /** The service's time, as far as it is known. */
  now: () => Date
  /** This sign-in's SRP key pair, made when it is first asked for; once it is spent, a new one. */
  srp: () => Promise<Srp>
}
