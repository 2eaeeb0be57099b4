import { groupName, username, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { checkGroup, findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminRemoveUserFromGroup: Operation = operation(
  struct({
    GroupName: required(groupName),
    UserPoolId: required(userPoolId),
    Username: required(username),
  }),
  ({ GroupName, UserPoolId, Username }, service) => {
    const pool = findPool(service, UserPoolId)
    const user = findExistingUser(pool, Username)
    checkGroup(pool, GroupName)
    user.groups = user.groups.filter((name) => name !== GroupName)
    return {}
  },
)
