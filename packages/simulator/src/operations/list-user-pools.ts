import { number, required, struct, text } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { page } from './page.ts'

export const listUserPools: Operation = operation(
  struct({ MaxResults: required(number({ min: 1, max: 60 })), NextToken: text({ min: 1 }) }),
  ({ MaxResults, NextToken }, { pools }) => {
    const { items, next } = page([...pools.values()], MaxResults, NextToken)
    return {
      UserPools: items.map(({ id, name, lambda, described, createdAt, modifiedAt }) => ({
        Id: id,
        Name: name,
        LambdaConfig: described.LambdaConfig ?? lambda,
        CreationDate: createdAt / 1000,
        LastModifiedDate: modifiedAt / 1000,
      })),
      ...(next && { NextToken: next }),
    }
  },
)
