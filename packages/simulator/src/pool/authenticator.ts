import type { Pool } from './pool.ts'
import { showTotp } from './totp.ts'
import { findUser } from './users.ts'

/** What an authenticator app shows. */
export interface AuthenticatorCode {
  code: string
  secondsLeft: number
  /** Whether its enrolment is complete. */
  verified: boolean
}

/** What the user's app shows now; a pending enrolment before the finished one. */
export function showAuthenticator(
  pools: Pool[],
  username: string,
  now: number,
): AuthenticatorCode | undefined {
  for (const pool of pools) {
    const user = findUser(pool, username)
    const totp = user?.pendingTotp ?? user?.totp
    if (user && totp) return { ...showTotp(totp, now), verified: user.pendingTotp === undefined }
  }
  return undefined
}
