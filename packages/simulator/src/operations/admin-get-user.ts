import { username, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describeMfa, describeUser, toNamesAndValues } from './describe-user.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminGetUser: Operation = operation(
  struct({ UserPoolId: required(userPoolId), Username: required(username) }),
  ({ UserPoolId, Username }, service) => {
    const user = findExistingUser(findPool(service, UserPoolId), Username)
    return {
      ...describeUser(user),
      ...describeMfa(user),
      UserAttributes: toNamesAndValues(user),
    }
  },
)
