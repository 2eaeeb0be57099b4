import type { AuthUser } from './auth-session.ts'
import { readClaims } from './claims.ts'

/**
 * Reads the user from an ID token. Throws `AuthError('bad-answer')` if it is not a JWT. See
 * `docs/cognito.md#tokens`.
 */
export function readUser(idToken: string): AuthUser {
  const claims = readClaims(idToken)
  const groups = claims['cognito:groups']
  return {
    id: text(claims['sub']) ?? '',
    username: text(claims['cognito:username']) ?? text(claims['sub']) ?? '',
    email: text(claims['email']),
    phoneNumber: text(claims['phone_number']),
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
    claims,
  }
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined
}
