import type { Operation } from './operation.ts'

/** One request to the service and its answer, read strictly. Rejects with `AuthError`. */
export type Call = <Input extends object, Output>(
  operation: Operation<Input, Output>,
  input: Input,
  options: { signal: AbortSignal },
) => Promise<Output>
