import type { AuthResponse } from './wire.ts'

/** What follows a step. */
export type Next =
  /** The service answered with its next challenge or with tokens. */
  | { kind: 'reply'; response: AuthResponse }
  /** A step of the kit follows. `source` is what its protocol reads. */
  | { kind: 'step'; name: string; source: object }
  /** The same step stays. `found` is added to its challenge. */
  | { kind: 'stay'; found: object }
  /** The sign-in is complete: the tokens that came before this step become the session. */
  | { kind: 'signed-in' }
