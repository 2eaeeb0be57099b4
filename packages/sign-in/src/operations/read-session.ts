import { matching, type Values } from '../protocol/read-values.ts'

/**
 * The Session of an answer, where it has one. Throws `AuthError('bad-answer')` for one of another length:
 * the model allows 2,048 characters, the newest reference 4,096, and a relay's sealed ones lie between.
 */
export function readSession({ Session }: Values): { Session?: string } {
  return Session == null ? {} : { Session: matching(Session, /^[^]{20,4096}$/) }
}
