import type { Pool, User } from './pool.ts'

/** Revokes all refresh tokens of a user, and the access tokens issued with them. */
export function signOutEverywhere(pool: Pool, user: User): void {
  for (const signIn of pool.signIns.values()) {
    if (signIn.username === user.username) signIn.revoked = true
  }
}
