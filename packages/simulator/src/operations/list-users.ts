import type { User } from '../pool/pool.ts'
import { userPoolId } from '../wire/fields.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import { list, number, required, struct, text } from '../wire/shape.ts'
import { describeUser, toNamesAndValues } from './describe-user.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'
import { page } from './page.ts'

export const listUsers: Operation = operation(
  struct({
    AttributesToGet: list(text({ min: 1, max: 32 })),
    Filter: text({ max: 256 }),
    Limit: number({ min: 0, max: 60 }),
    PaginationToken: text({ min: 1 }),
    UserPoolId: required(userPoolId),
  }),
  ({ AttributesToGet, Filter, Limit, PaginationToken, UserPoolId }, service) => {
    const pool = findPool(service, UserPoolId)
    const matching = [...pool.users.values()].filter(toPredicate(Filter))
    const { items, next } = page(matching, Limit || 60, PaginationToken)
    return {
      Users: items.map((user) => ({
        ...describeUser(user),
        Attributes: toNamesAndValues(user).filter(({ Name }) => {
          return AttributesToGet === undefined || AttributesToGet.includes(Name)
        }),
      })),
      ...(next && { PaginationToken: next }),
    }
  },
)

/** Reads a filter such as `email = "ana@example.com"`, or `email ^= "ana"` for a prefix. */
function toPredicate(filter: string | undefined): (user: User) => boolean {
  if (!filter?.trim()) return () => true
  const [, name, operator, value] =
    /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? []
  if (name === undefined || value === undefined) {
    throw invalidParameter('Error while parsing filter.')
  }
  const expectedValue = value.replaceAll(/\\(.)/g, '$1')
  return (user) => {
    const fieldValue = readField(user, name)
    return operator === '='
      ? fieldValue === expectedValue
      : (fieldValue?.startsWith(expectedValue) ?? false)
  }
}

function readField(user: User, name: string): string | undefined {
  if (name === 'username') return user.username
  if (name === 'cognito:user_status') return user.status
  if (name === 'status') return user.enabled ? 'Enabled' : 'Disabled'
  return Object.hasOwn(user.attributes, name) ? user.attributes[name] : undefined
}
