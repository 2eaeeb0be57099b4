import { groupName, userPoolId } from '../wire/fields.ts'
import { ServiceException } from '../wire/service-exception.ts'
import { number, required, struct, text } from '../wire/shape.ts'
import { describeGroup } from './describe-group.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const createGroup: Operation = operation(
  struct({
    Description: text({ max: 2048 }),
    GroupName: required(groupName),
    Precedence: number({ min: 0 }),
    RoleArn: text({ min: 20, max: 2048 }),
    UserPoolId: required(userPoolId),
  }),
  ({ Description, GroupName, Precedence, RoleArn, UserPoolId }, service) => {
    const pool = findPool(service, UserPoolId)
    if (pool.groups.has(GroupName)) {
      throw new ServiceException('GroupExistsException', 'A group with the name already exists.')
    }
    const now = service.clock.now()
    const group = {
      name: GroupName,
      description: Description,
      precedence: Precedence,
      roleArn: RoleArn,
      createdAt: now,
      modifiedAt: now,
    }
    pool.groups.set(GroupName, group)
    return { Group: describeGroup(pool, group) }
  },
)
