import { username, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { devicePageSettings, pageDevices } from './device-page.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminListDevices: Operation = operation(
  struct({
    ...devicePageSettings,
    UserPoolId: required(userPoolId),
    Username: required(username),
  }),
  ({ UserPoolId, Username, ...settings }, service) => {
    const pool = findPool(service, UserPoolId)
    return pageDevices(pool, findExistingUser(pool, Username), settings)
  },
)
