import type { ChallengeParameters } from '../protocol/wire.ts'
import { badAnswer } from '../protocol/read-values.ts'

/** A parameter that the challenge cannot be answered without. Throws `AuthError('bad-answer')`. */
export function required(parameters: ChallengeParameters, name: string): string {
  const value = parameters[name]
  if (value) return value
  throw badAnswer()
}
