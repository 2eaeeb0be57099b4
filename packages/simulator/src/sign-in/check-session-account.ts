import type { User } from '../pool/pool.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import type { ChallengeSession } from './challenge-sessions.ts'
import { checkAccount } from './check-password.ts'

/** Throws if the account was closed, or its password changed, after the Session was created. */
export function checkSessionAccount(user: User, { provenPassword }: ChallengeSession): void {
  checkAccount(user)
  if (provenPassword !== undefined && provenPassword !== user.password) {
    throw notAuthorized('Invalid session for the user.')
  }
}
