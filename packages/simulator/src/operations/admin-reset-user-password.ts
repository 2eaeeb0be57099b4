import type { Pool, User } from '../pool/pool.ts'
import { signOutEverywhere } from '../pool/sign-outs.ts'
import { writeMessage } from '../sign-in/write-message.ts'
import { clientMetadata } from '../wire/fields.ts'
import { invalidParameter, notAuthorized } from '../wire/service-exception.ts'
import { struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminResetUserPassword: Operation = operation(
  struct({
    ClientMetadata: clientMetadata,
    ...userFields,
  }),
  async ({ ClientMetadata, ...userKey }, service) => {
    const { pool, user } = findPoolAndUser(service, userKey)
    if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED') {
      throw notAuthorized('User password cannot be reset in the current state.')
    }
    const address = findRecovery(pool, user)
    user.status = 'RESET_REQUIRED'
    user.modifiedAt = service.clock.now()
    signOutEverywhere(pool, user)
    await writeMessage(
      { service, pool, clientId: 'CLIENT_ID_NOT_APPLICABLE', user, clientMetadata: ClientMetadata },
      { ...address, code: service.newCode(6), reason: 'ForgotPassword' },
    )
    return {}
  },
)

/** The first verified address in the order of the pool's recovery. By default phone comes before e-mail. */
function findRecovery({ recovery }: Pool, { attributes }: User) {
  const order = recovery.length > 0 ? recovery : ['verified_phone_number', 'verified_email']
  for (const name of order) {
    const attribute = name.replace('verified_', '')
    const destination = attributes[attribute]
    if (destination && attributes[`${attribute}_verified`] === 'true') {
      const medium: 'EMAIL' | 'SMS' = attribute === 'email' ? 'EMAIL' : 'SMS'
      return { medium, destination }
    }
  }
  throw invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  )
}
