import type { Pool, User } from '../pool/pool.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import { decideMfa } from './decide-mfa.ts'

/** Throws if the user has a second factor in the meantime: a password alone must not replace it. */
export function checkSetUpNeeded(pool: Pool, user: User): void {
  const step = decideMfa(pool, user)
  if ('ask' in step && step.ask === 'MFA_SETUP') return
  throw notAuthorized('Invalid session for the user.')
}
