import type { AuthResponse } from './wire.ts'

/** What follows a step. */
export type Next =
  /** The service answered: with its next challenge, or with tokens. */
  | { kind: 'reply'; response: AuthResponse }
  /** A step of the kit's own, and what it needs to be asked. */
  | { kind: 'step'; name: string; source: object }
  /** The same step goes on, and knows more. */
  | { kind: 'stay'; found: object }
  /** The tokens that came before this step are shown as the session. */
  | { kind: 'signed-in' }
