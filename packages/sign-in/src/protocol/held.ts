import type { Srp } from './srp.ts'

/** What the steps of one sign-in may use, and no screen ever sees. */
export interface Held {
  /** Of the user pool: its id from the `_` on. */
  readonly poolName: string
  readonly password: string
  /** This sign-in's own secret, made once and fetched with its arithmetic when first asked for. */
  srp: () => Promise<Srp>
}
