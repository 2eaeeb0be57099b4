import { matching, type Values } from '../protocol/read-values.ts'

/**
 * Reads the Session of an answer, if there is one. Throws `AuthError('bad-answer')` unless it has 20 to
 * 4,096 characters. The documented limits contradict each other: see `docs/cognito.md#sessions`.
 */
export function readSession({ Session }: Values): { Session?: string } {
  return Session == null ? {} : { Session: matching(Session, /^[^]{20,4096}$/) }
}
