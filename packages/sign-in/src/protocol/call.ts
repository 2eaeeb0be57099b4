import type { Operation } from './operation.ts'

/**
 * Sends one request and reads the answer strictly. With `keepalive` the browser finishes the request after
 * the page is left. Rejects with `AuthError`.
 */
export type Call = <Input extends object, Output>(
  operation: Operation<Input, Output>,
  input: Input,
  options: { signal: AbortSignal; keepalive?: boolean },
) => Promise<Output>
