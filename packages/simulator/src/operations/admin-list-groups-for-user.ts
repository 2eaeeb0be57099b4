import { username, userPoolId } from '../wire/fields.ts'
import { number, required, struct, text } from '../wire/shape.ts'
import { describeGroup } from './describe-group.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'
import { page } from './page.ts'

export const adminListGroupsForUser: Operation = operation(
  struct({
    Limit: number({ min: 0, max: 60 }),
    NextToken: text({ min: 1 }),
    UserPoolId: required(userPoolId),
    Username: required(username),
  }),
  ({ Limit, NextToken, UserPoolId, Username }, service) => {
    const pool = findPool(service, UserPoolId)
    const { groups } = findExistingUser(pool, Username)
    const all = groups.flatMap((name) => pool.groups.get(name) ?? [])
    const { items, next } = page(all, Limit || 60, NextToken)
    return {
      Groups: items.map((group) => describeGroup(pool, group)),
      ...(next && { NextToken: next }),
    }
  },
)
