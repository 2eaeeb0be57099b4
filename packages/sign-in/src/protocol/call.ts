import type { Operation } from './operation.ts'

/** Sends one request and reads the answer strictly. Rejects with `AuthError`. */
export type Call = <Input extends object, Output>(
  operation: Operation<Input, Output>,
  input: Input,
  options: { signal: AbortSignal },
) => Promise<Output>
