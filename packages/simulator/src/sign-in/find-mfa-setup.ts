import type { MfaSetupState } from '../challenges/mfa-setup.ts'
import type { Pool, User } from '../pool/pool.ts'
import { findUser } from '../pool/users.ts'
import type { Service } from '../service.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import { checkSessionAccount } from './check-session-account.ts'
import { checkSetUpNeeded } from './check-set-up-needed.ts'

export interface MfaSetup {
  pool: Pool
  user: User
  state: MfaSetupState
  /** Creates the Session for the next request, with the new state of the app's set-up. */
  createNextSession: (totp: MfaSetupState['totp']) => string
}

/** Finds the MFA_SETUP challenge of a Session for AssociateSoftwareToken and VerifySoftwareToken. */
export function findMfaSetup(service: Service, session: string): MfaSetup {
  const now = service.clock.now()
  const challengeSession = service.challengeSessions.find(session, now)
  const pool = service.pools.get(challengeSession.poolId)
  const client = pool?.clients.get(challengeSession.clientId)
  const user = pool && findUser(pool, challengeSession.username)
  if (
    challengeSession.challenge !== 'MFA_SETUP' ||
    !client ||
    !user ||
    user.sub !== challengeSession.sub
  ) {
    throw notAuthorized('Invalid session for the user.')
  }
  checkSessionAccount(user, challengeSession)
  checkSetUpNeeded(pool, user)
  const state = challengeSession.state as MfaSetupState
  return {
    pool,
    user,
    state,
    createNextSession(totp) {
      const expiresAt = now + client.authSessionValidity * 60_000
      return service.challengeSessions.create({
        ...challengeSession,
        state: { ...state, totp },
        expiresAt,
      })
    },
  }
}
