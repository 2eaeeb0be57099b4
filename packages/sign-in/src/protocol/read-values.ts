import { AuthError } from './auth-error.ts'

// Readers for values from outside. They check the type and throw if it is another one.

export type Values = Record<string, unknown>

/** Reads an object. Throws `AuthError('bad-answer')` for anything else. */
export function values(from: unknown): Values {
  if (typeof from !== 'object' || from === null || Array.isArray(from)) throw badAnswer()
  // Without a prototype, a lookup of `constructor` finds nothing that the answer did not send.
  return Object.assign(Object.create(null), from)
}

/** Reads a string that matches. Throws `AuthError('bad-answer')` for anything else. */
export function matching(from: unknown, pattern: RegExp): string {
  if (typeof from !== 'string' || !pattern.test(from)) throw badAnswer()
  return from
}

/** The service has answered, and the answer is not usable. */
export function badAnswer(): AuthError {
  return new AuthError('bad-answer', { sent: 'yes' })
}
