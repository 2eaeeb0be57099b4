import { AuthError } from '../protocol/auth-error.ts'
import type { ChallengeParameters } from '../protocol/wire.ts'

/** A parameter that the challenge cannot be answered without. Throws `AuthError('bad-answer')`. */
export function required(parameters: ChallengeParameters, name: string): string {
  const value = parameters[name]
  if (value) return value
  throw new AuthError('bad-answer', { sent: 'yes' })
}
