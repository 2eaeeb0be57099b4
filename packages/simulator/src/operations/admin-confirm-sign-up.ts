import { username, userPoolId } from '../wire/fields.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import { required, struct } from '../wire/shape.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminConfirmSignUp: Operation = operation(
  struct({ UserPoolId: required(userPoolId), Username: required(username) }),
  ({ UserPoolId, Username }, service) => {
    const pool = findPool(service, UserPoolId)
    const user = findExistingUser(pool, Username)
    if (user.status !== 'UNCONFIRMED') {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
    }
    user.status = 'CONFIRMED'
    user.modifiedAt = service.clock.now()
    return {}
  },
)
