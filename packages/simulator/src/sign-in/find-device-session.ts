import { findUser } from '../pool/users.ts'
import type { ChallengeAnswer } from './auth-request.ts'

/** Finds the Session for clients that answer DEVICE_SRP_AUTH without it. */
export function findDeviceSession(request: ChallengeAnswer): string | undefined {
  const { service, pool, client, admin, challengeName, responses } = request
  if (challengeName !== 'DEVICE_SRP_AUTH') return undefined

  const user = findUser(pool, responses.USERNAME ?? '')
  return service.challengeSessions.findNewest(service.clock.now(), (session) => {
    return (
      session.challenge === challengeName &&
      session.flow === 'USER_SRP_AUTH' &&
      session.poolId === pool.id &&
      session.clientId === client.id &&
      session.admin === admin &&
      session.sub === user?.sub
    )
  })
}
