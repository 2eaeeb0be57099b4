import type { Pool } from './pool.ts'
import { showTotp } from './totp.ts'
import { findUser } from './users.ts'

/** What a user's authenticator app shows. */
export interface AuthenticatorCode {
  /** Six digits. */
  code: string
  /** How many seconds the code is still shown. */
  secondsLeft: number
  /** False until VerifySoftwareToken accepts a code of the app. */
  verified: boolean
}

/** The current code of the user's app. An app that is being set up comes before a verified one. */
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
