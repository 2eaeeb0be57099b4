import { AuthError } from './auth-error.ts'

// How what comes from outside is read: in the shape that it must have, or not at all.

export type Values = Record<string, unknown>

/** Throws `AuthError('bad-answer')` for anything but an object. */
export function values(from: unknown): Values {
  if (typeof from !== 'object' || from === null || Array.isArray(from)) throw badAnswer()
  // Own keys only: an answer may not reach what every object inherits.
  return Object.assign(Object.create(null), from)
}

/** Throws `AuthError('bad-answer')` for anything but such a text. */
export function matching(from: unknown, pattern: RegExp): string {
  if (typeof from !== 'string' || !pattern.test(from)) throw badAnswer()
  return from
}

/** The service has answered, and nothing can be done with it. */
export function badAnswer(): AuthError {
  return new AuthError('bad-answer', { sent: 'yes' })
}
