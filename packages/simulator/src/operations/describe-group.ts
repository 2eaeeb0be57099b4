import type { Group, Pool } from '../pool/pool.ts'

export function describeGroup(pool: Pool, group: Group): object {
  const { description, precedence, roleArn } = group
  return {
    GroupName: group.name,
    UserPoolId: pool.id,
    ...(description !== undefined && { Description: description }),
    ...(precedence !== undefined && { Precedence: precedence }),
    ...(roleArn !== undefined && { RoleArn: roleArn }),
    CreationDate: group.createdAt / 1000,
    LastModifiedDate: group.modifiedAt / 1000,
  }
}
