import type { Values } from './read-values.ts'

/** One operation of the service: all that the kit knows of it stands in one file of `operations/`. */
export interface Operation<Input extends object, Output> {
  /** As `X-Amz-Target` names it, e.g. `InitiateAuth`. */
  readonly name: string
  /**
   * Takes over from an answer what is known, in the shape that it must have; the SDK checks none of it.
   * Throws `AuthError('bad-answer')`.
   */
  read: (answer: Values) => Output
  /** The SDK's command. Loaded with the SDK, so that another transport never brings it. */
  command: () => Promise<SdkCommand<Input>>
}

export type SdkCommand<Input> = new (input: Input) => object

/** An operation of any kind, for what only carries it. */
export type AnyOperation = Pick<Operation<never, unknown>, 'name' | 'command'>
