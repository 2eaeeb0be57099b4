import { number, struct, text } from '../wire/shape.ts'
import { describeGroup } from './describe-group.ts'
import { type Operation, operation } from './operation.ts'
import { page } from './page.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminListGroupsForUser: Operation = operation(
  struct({
    Limit: number({ min: 0, max: 60 }),
    NextToken: text({ min: 1 }),
    ...userFields,
  }),
  ({ Limit, NextToken, ...userKey }, service) => {
    const { pool, user } = findPoolAndUser(service, userKey)
    const all = user.groups.flatMap((name) => pool.groups.get(name) ?? [])
    const { items, next } = page(all, Limit || 60, NextToken)
    return {
      Groups: items.map((group) => describeGroup(pool, group)),
      ...(next && { NextToken: next }),
    }
  },
)
