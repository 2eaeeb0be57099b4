import type { AnyOperation } from './operation.ts'

/**
 * Carries one request to a user pool, and brings back the answer as it came: the client reads it.
 * Rejects with `CognitoException` when Cognito refuses, and with `AuthError` (`network`, `timeout`,
 * `bad-answer`, `blocked`, `throttled`, `service-down`, `cancelled`) when there is no answer, or none
 * that can be believed.
 * Sends once: a Session, a code or a message may be spent even when no answer comes.
 */
export type Transport = (
  operation: AnyOperation,
  input: object,
  options: { signal: AbortSignal; keepalive?: boolean },
) => Promise<unknown>

export interface TransportOptions {
  region: string
  /** Where requests go, e.g. `https://cognito-idp.eu-west-1.amazonaws.com/`. */
  endpoint: string
  fetch: typeof globalThis.fetch
  /** Seconds until a request without an answer is given up. */
  deadlineSeconds: number
  /** Called with what each answer's `Date` header says: milliseconds since the epoch. */
  onDate?: (date: number) => void
}

/** Makes a {@link Transport}. Hand one to `createAuth({ transport })`. */
export type TransportFactory = (options: TransportOptions) => Transport
