import { userPoolId } from '../wire/fields.ts'
import { number, required, struct, text } from '../wire/shape.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'
import { page } from './page.ts'

export const listUserPoolClients: Operation = operation(
  struct({
    MaxResults: number({ min: 1, max: 60 }),
    NextToken: text({ min: 1 }),
    UserPoolId: required(userPoolId),
  }),
  ({ MaxResults = 60, NextToken, UserPoolId }, service) => {
    const pool = findPool(service, UserPoolId)
    const { items, next } = page([...pool.clients.values()], MaxResults, NextToken)
    return {
      UserPoolClients: items.map(({ id, name }) => ({
        ClientId: id,
        ClientName: name,
        UserPoolId: pool.id,
      })),
      ...(next && { NextToken: next }),
    }
  },
)
