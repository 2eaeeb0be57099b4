import type { ChallengeParameters } from '../protocol/wire.ts'
import { badAnswer } from '../protocol/read-values.ts'

/** Reads a parameter. Throws `AuthError('bad-answer')` if it is missing or empty. */
export function required(parameters: ChallengeParameters, name: string): string {
  const value = parameters[name]
  if (value) return value
  throw badAnswer()
}
