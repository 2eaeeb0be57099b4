import { checkLockOut, countFailure } from '../pool/lock-out.ts'
import type { Client, Pool, User } from '../pool/pool.ts'
import { notAuthorized, Refusal } from '../wire/refusal.ts'
import { type Attempt, whoTries } from './attempt.ts'

/** Refuses a wrong password, and a right one that opens nothing. */
export function checkSignInPassword(attempt: Attempt, password: string): void {
  checkSignInProof(attempt, attempt.user?.password === password)
}

/** The same, where the password itself was never sent. */
export function checkSignInProof(attempt: Attempt, proven: boolean): void {
  const { service, pool, client, user } = attempt
  const now = service.clock.now()
  const tries = whoTries(attempt)
  checkLockOut(tries, now)
  if (user?.status === 'RESET_REQUIRED' && !isHidden(user, client)) throw resetRequired()
  if (user?.password === undefined || !proven) {
    countFailure(tries, now)
    throw notAuthorized()
  }
  checkAccount(user)
  if (user.status === 'FORCE_CHANGE_PASSWORD' && now >= temporaryUntil(pool, user)) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
  }
}

/** Whether the account may be used at all. */
export function checkAccount(user: User): void {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED') {
    throw new Refusal('UserNotConfirmedException', 'User is not confirmed.')
  }
  if (user.status === 'RESET_REQUIRED') throw resetRequired()
}

/** The same for a code sent to its address, which confirms the account as well. */
export function checkCodeAccount(user: User, client: Client): void {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status !== 'RESET_REQUIRED') return
  throw isHidden(user, client) ? notAuthorized() : resetRequired()
}

/** An imported user, who never had a password here, is hidden; whom an administrator reset is not. */
function isHidden({ password }: User, { hidesUsers }: Client): boolean {
  return hidesUsers && password === undefined
}

function resetRequired(): Refusal {
  return new Refusal('PasswordResetRequiredException', 'Password reset required for the user')
}

function temporaryUntil({ passwordPolicy }: Pool, { passwordSetAt }: User): number {
  return passwordSetAt + passwordPolicy.temporaryDays * 86_400_000
}
