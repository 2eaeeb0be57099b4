import { groupName } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { checkGroup } from './find.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminAddUserToGroup: Operation = operation(
  struct({
    GroupName: required(groupName),
    ...userFields,
  }),
  ({ GroupName, ...userKey }, service) => {
    const { pool, user } = findPoolAndUser(service, userKey)
    checkGroup(pool, GroupName)
    user.groups = [...new Set([...user.groups, GroupName])]
    return {}
  },
)
