import { username, userPoolId } from '../wire/fields.ts'
import { number, required, struct, text } from '../wire/shape.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminListDevices: Operation = operation(
  struct({
    Limit: number({ min: 0, max: 60 }),
    PaginationToken: text({ min: 1 }),
    UserPoolId: required(userPoolId),
    Username: required(username),
  }),
  ({ UserPoolId, Username }, service) => {
    findExistingUser(findPool(service, UserPoolId), Username)
    return { Devices: [] }
  },
)
