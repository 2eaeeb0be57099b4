import { ServiceException } from '../wire/service-exception.ts'
import type { Failures, User } from './pool.ts'

/** A user, or an unknown user who must look like one. */
export interface LockOutSubject {
  failures: Failures
}

/** Refuses whoever is locked out, right or wrong, without counting the try. */
export function checkLockOut({ failures }: LockOutSubject, now: number): void {
  if (now - failures.lastAt >= forgetAfterMs) failures.count = 0
  failures.lastAt = now
  if (now < failures.lockedUntil) {
    const message = 'Password attempts exceeded'
    throw new ServiceException('NotAuthorizedException', message, { keepsSession: true })
  }
}

/** From the fifth failure in a row, each one doubles the wait: 1 s, 2 s, 4 s … 15 minutes. */
export function countFailure({ failures }: LockOutSubject, now: number): void {
  failures.count += 1
  failures.lastAt = now
  if (failures.count < 5) return
  failures.lockedUntil = now + Math.min(2 ** (failures.count - 5) * 1000, forgetAfterMs)
}

/** After a sign-in; one that a lock-out does not stop does not end it either. */
export function forgetFailures(user: User, now: number): void {
  if (now < user.failures.lockedUntil) return
  user.failures = { count: 0, lastAt: 0, lockedUntil: 0 }
}

const forgetAfterMs = 15 * 60_000
