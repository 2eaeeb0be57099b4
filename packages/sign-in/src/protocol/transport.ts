import type { Operation, Requests, Responses } from './wire.ts'

/**
 * Carries one request to a user pool. The loop's only way out.
 * Rejects with `CognitoException` when Cognito says no, and with `AuthError` (`network`, `timeout`,
 * `bad-answer`, `blocked`, `service-down`) when nobody says anything that can be believed.
 * Sends once: a Session, a code or a message may be spent even when no answer comes.
 */
export type Transport = <Name extends Operation>(
  operation: Name,
  request: Requests[Name],
  options: { signal: AbortSignal },
) => Promise<Responses[Name]>

export interface TransportOptions {
  region: string
  /** Where requests go, e.g. `https://cognito-idp.eu-west-1.amazonaws.com/`. */
  endpoint: string
  fetch: typeof globalThis.fetch
  /** Seconds until a request without an answer is given up. */
  deadlineSeconds: number
  /** Told what each answer's `Date` header says: milliseconds since the epoch. */
  onDate?: (date: number) => void
}

/** Makes a {@link Transport}. Hand one to `createAuth({ transport })`. */
export type TransportFactory = (options: TransportOptions) => Transport
