import { groupName } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { checkGroup } from './find.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminRemoveUserFromGroup: Operation = operation(
  struct({
    GroupName: required(groupName),
    ...userFields,
  }),
  ({ GroupName, ...userKey }, service) => {
    const { pool, user } = findPoolAndUser(service, userKey)
    checkGroup(pool, GroupName)
    user.groups = user.groups.filter((name) => name !== GroupName)
    return {}
  },
)
