import type { LockOutSubject } from '../pool/lock-out.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

/** Whose failures are counted: those of the user, or of the unknown user who must look like one. */
export function lockOutSubject({
  service,
  pool,
  user,
  username,
}: Pick<SignInAttempt, 'service' | 'pool' | 'user' | 'username'>): LockOutSubject {
  return user ?? service.unknownUsers.find(pool, username)
}
