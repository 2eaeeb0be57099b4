import type { User } from '../pool/pool.ts'
import { notAuthorized } from '../wire/refusal.ts'
import { checkAccount } from './check-password.ts'
import type { Session } from './sessions.ts'

/** Refuses to go on with an account that is closed now, or that was opened by a former password. */
export function checkOpened(user: User, { password }: Session): void {
  checkAccount(user)
  if (password !== undefined && password !== user.password) {
    throw notAuthorized('Invalid session for the user.')
  }
}
