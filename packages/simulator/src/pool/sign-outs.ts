import type { Pool, User } from './pool.ts'

/** Revokes the refresh tokens of a user, and with them all that came from them. */
export function signOutEverywhere(pool: Pool, user: User): void {
  for (const signIn of pool.signIns.values()) {
    if (signIn.username === user.username) signIn.revoked = true
  }
}
