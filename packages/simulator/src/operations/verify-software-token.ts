import type { User } from '../pool/pool.ts'
import { consumeTotp } from '../pool/totp.ts'
import type { Service } from '../service.ts'
import { findMfaSetup } from '../sign-in/find-mfa-setup.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { session, token, userCode } from '../wire/fields.ts'
import { missingParameter, notAuthorized, ServiceException } from '../wire/service-exception.ts'
import { required, struct, text } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'

export const verifySoftwareToken: Operation = operation(
  struct({
    AccessToken: token,
    FriendlyDeviceName: text({ max: 131_072 }),
    Session: session,
    UserCode: required(userCode),
  }),
  async ({ AccessToken, FriendlyDeviceName, Session, UserCode }, service) => {
    if (AccessToken !== undefined) {
      const { user } = await readAccessToken(service, AccessToken)
      verify(service, user, UserCode, FriendlyDeviceName)
      return { Status: 'SUCCESS' }
    }
    if (Session === undefined) throw missingParameter('Session')

    const { user, state, createNextSession } = findMfaSetup(service, Session)
    if (state.totp !== 'associated') throw notAuthorized('Invalid session for the user.')
    return service.challengeSessions.use(Session, async () => {
      verify(service, user, UserCode, FriendlyDeviceName)
      return { Status: 'SUCCESS', Session: createNextSession('verified') }
    })
  },
)

/** Uses up the code: the first sign-in needs the next one. */
function verify(service: Service, user: User, code: string, deviceName: string | undefined): void {
  const { pendingTotp } = user
  if (!pendingTotp) {
    const message = 'Software Token MFA does not exist for the user.'
    throw new ServiceException('SoftwareTokenMFANotFoundException', message)
  }
  if (consumeTotp(pendingTotp, code, service.clock.now()) !== 'right') {
    throw new ServiceException('EnableSoftwareTokenMFAException', 'Code mismatch')
  }
  user.totp = { ...pendingTotp, deviceName }
  user.pendingTotp = undefined
  service.authenticatorChanged()
}
