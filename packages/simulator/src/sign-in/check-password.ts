import { checkLockOut, countFailure } from '../pool/lock-out.ts'
import type { Client, Pool, User } from '../pool/pool.ts'
import { notAuthorized, ServiceException } from '../wire/service-exception.ts'
import { lockOutSubject } from './lock-out-subject.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

/** Throws for a wrong password, and for a right one if the account cannot sign in. */
export function checkSignInPassword(attempt: SignInAttempt, password: string): void {
  checkSignInProof(attempt, attempt.user?.password === password)
}

/** The same for an SRP proof in place of the password. */
export function checkSignInProof(attempt: SignInAttempt, proven: boolean): void {
  const { service, pool, client, user } = attempt
  const now = service.clock.now()
  const subject = lockOutSubject(attempt)
  checkLockOut(subject, now)
  if (user?.status === 'RESET_REQUIRED' && !isHidden(user, client)) throw resetRequired()
  if (user?.password === undefined || !proven) {
    countFailure(subject, now)
    throw notAuthorized()
  }
  checkAccount(user)
  if (user.status === 'FORCE_CHANGE_PASSWORD' && now >= temporaryUntil(pool, user)) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
  }
}

/** Throws if the account is disabled, unconfirmed or has to be reset. */
export function checkAccount(user: User): void {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED') {
    throw new ServiceException('UserNotConfirmedException', 'User is not confirmed.')
  }
  if (user.status === 'RESET_REQUIRED') throw resetRequired()
}

/** The same for a sign-in by code. An unconfirmed account passes, since the code confirms it. */
export function checkCodeAccount(user: User, client: Client): void {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status !== 'RESET_REQUIRED') return
  throw isHidden(user, client) ? notAuthorized() : resetRequired()
}

/** An imported user without a password is hidden; a user whose password was reset is not. */
function isHidden({ password }: User, { hidesUsers }: Client): boolean {
  return hidesUsers && password === undefined
}

function resetRequired(): ServiceException {
  return new ServiceException(
    'PasswordResetRequiredException',
    'Password reset required for the user',
  )
}

function temporaryUntil({ passwordPolicy }: Pool, { passwordSetAt }: User): number {
  return passwordSetAt + passwordPolicy.temporaryDays * 86_400_000
}
