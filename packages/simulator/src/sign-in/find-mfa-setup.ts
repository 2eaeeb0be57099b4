import type { MfaSetupMemory } from '../challenges/mfa-setup.ts'
import type { Pool, User } from '../pool/pool.ts'
import { findUser } from '../pool/users.ts'
import type { Service } from '../service.ts'
import { notAuthorized } from '../wire/refusal.ts'
import { checkOpened } from './check-opened.ts'
import { checkSetUpNeeded } from './check-set-up-needed.ts'

export interface MfaSetup {
  pool: Pool
  user: User
  memory: MfaSetupMemory
  /** Opens the Session of the next trip. */
  handOn: (totp: MfaSetupMemory['totp']) => string
}

/** The MFA_SETUP challenge behind a Session; the software token operations hand it on between them. */
export function findMfaSetup(service: Service, session: string): MfaSetup {
  const now = service.clock.now()
  const opened = service.sessions.find(session, now)
  const pool = service.pools.get(opened.poolId)
  const client = pool?.clients.get(opened.clientId)
  const user = pool && findUser(pool, opened.username)
  if (opened.challenge !== 'MFA_SETUP' || !client || !user || user.sub !== opened.sub) {
    throw notAuthorized('Invalid session for the user.')
  }
  checkOpened(user, opened)
  checkSetUpNeeded(pool, user)
  const memory = opened.memory as MfaSetupMemory
  return {
    pool,
    user,
    memory,
    handOn(totp) {
      const expiresAt = now + client.authSessionValidity * 60_000
      return service.sessions.open({ ...opened, memory: { ...memory, totp }, expiresAt })
    },
  }
}
