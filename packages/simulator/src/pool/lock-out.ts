import { ServiceException } from '../wire/service-exception.ts'
import type { Failures, User } from './pool.ts'

/** A user or an unknown user: both are locked out in the same way. */
export interface LockOutSubject {
  failures: Failures
}

/** Throws during a lock-out, whatever the answer is. Such a try is not counted. */
export function checkLockOut({ failures }: LockOutSubject, now: number): void {
  if (now - failures.lastAt >= forgetAfterMs) failures.count = 0
  failures.lastAt = now
  if (now < failures.lockedUntil) {
    const message = 'Password attempts exceeded'
    throw new ServiceException('NotAuthorizedException', message, { keepsSession: true })
  }
}

/** From the fifth failure in a row on, each one doubles the lock-out: 1 s, 2 s, 4 s … 15 minutes. */
export function countFailure({ failures }: LockOutSubject, now: number): void {
  failures.count += 1
  failures.lastAt = now
  if (failures.count < 5) return
  failures.lockedUntil = now + Math.min(2 ** (failures.count - 5) * 1000, forgetAfterMs)
}

/** Resets the count after a sign-in. A passkey or CUSTOM_CHALLENGE works during a lock-out, but does not end it. */
export function forgetFailures(user: User, now: number): void {
  if (now < user.failures.lockedUntil) return
  user.failures = { count: 0, lastAt: 0, lockedUntil: 0 }
}

const forgetAfterMs = 15 * 60_000
