import type { Operation } from './operation.ts'

/** One request to the service and its answer, read strictly. With `keepalive` it goes on when the page is left. Rejects with `AuthError`. */
export type Call = <Input extends object, Output>(
  operation: Operation<Input, Output>,
  input: Input,
  options: { signal: AbortSignal; keepalive?: boolean },
) => Promise<Output>
