import type { AnyOperation } from './operation.ts'

/**
 * Sends one request to a user pool and resolves with the answer as JSON. The client checks the answer.
 * Rejects with `CognitoException` if Cognito refuses the request. Rejects with `AuthError` (`network`,
 * `timeout`, `bad-answer`, `blocked`, `throttled`, `service-down`, `cancelled`) if there is no usable answer.
 * It must send the request once only: a lost answer may have used up a Session, a code or a message.
 * See `docs/cognito.md#retries`.
 */
export type Transport = (
  operation: AnyOperation,
  input: object,
  options: { signal: AbortSignal; keepalive?: boolean },
) => Promise<unknown>

/** What `createAuth` gives to a transport. */
export interface TransportOptions {
  /** The region of the user pool, e.g. `eu-west-1`. */
  region: string
  /** The address of all requests, e.g. `https://cognito-idp.eu-west-1.amazonaws.com/`. */
  endpoint: string
  fetch: typeof globalThis.fetch
  /** Seconds after which a request without an answer fails with `timeout`. */
  deadlineSeconds: number
  /** Called with the `Date` header of each answer: milliseconds since the epoch. It corrects a wrong clock. */
  onDate?: (date: number) => void
}

/** Makes a {@link Transport}, for `createAuth({ transport })`. */
export type TransportFactory = (options: TransportOptions) => Transport
