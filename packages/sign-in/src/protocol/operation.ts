import type { Values } from './read-values.ts'

/** One operation of the service. Each has one file in `operations/`. */
export interface Operation<Input extends object, Output> {
  /** The name in `X-Amz-Target`, e.g. `InitiateAuth`. See `docs/cognito.md#wire`. */
  readonly name: string
  /**
   * Copies the known members of an answer and checks their types. The SDK does not check them.
   * Throws `AuthError('bad-answer')`. See `docs/decisions.md#every-answer-is-read-strictly`.
   */
  read: (answer: Values) => Output
  /**
   * Loads the command class of the SDK. Only the SDK transport calls it, so other transports do not load
   * the SDK.
   */
  command: () => Promise<SdkCommand<Input>>
}

export type SdkCommand<Input> = new (input: Input) => object

/** Any operation, for code that only sends it. A transport of your own needs `name` only. */
export type AnyOperation = Pick<Operation<never, unknown>, 'name' | 'command'>
