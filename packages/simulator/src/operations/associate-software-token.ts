import type { Pool, User } from '../pool/pool.ts'
import { newTotp } from '../pool/totp.ts'
import type { Service } from '../service.ts'
import { findMfaSetup } from '../sign-in/find-mfa-setup.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { session, token } from '../wire/fields.ts'
import { missingParameter, ServiceException } from '../wire/service-exception.ts'
import { struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'

export const associateSoftwareToken: Operation = operation(
  struct({ AccessToken: token, Session: session }),
  async ({ AccessToken, Session }, service) => {
    if (AccessToken !== undefined) {
      const { pool, user } = await readAccessToken(service, AccessToken)
      return { SecretCode: associate(service, pool, user) }
    }
    if (Session === undefined) throw missingParameter('Session')

    const { pool, user, state, createNextSession } = findMfaSetup(service, Session)
    if (!state.choices.includes('SOFTWARE_TOKEN_MFA')) throw notEnabled()
    return service.challengeSessions.use(Session, async () => ({
      SecretCode: associate(service, pool, user),
      Session: createNextSession('associated'),
    }))
  },
)

/** Replaces only the pending secret: the verified one works until the new one is verified. */
function associate(service: Service, pool: Pool, user: User): string {
  if (!pool.mfaTypes.includes('SOFTWARE_TOKEN_MFA')) throw notEnabled()
  user.pendingTotp = newTotp()
  service.authenticatorChanged()
  return user.pendingTotp.secret
}

function notEnabled(): ServiceException {
  const message = 'Software Token MFA has not been enabled by the userPool'
  return new ServiceException('SoftwareTokenMFANotFoundException', message)
}
