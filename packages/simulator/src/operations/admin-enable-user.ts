import { username, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminEnableUser: Operation = operation(
  struct({ UserPoolId: required(userPoolId), Username: required(username) }),
  ({ UserPoolId, Username }, service) => {
    const pool = findPool(service, UserPoolId)
    const user = findExistingUser(pool, Username)
    user.enabled = true
    user.modifiedAt = service.clock.now()
    return {}
  },
)
