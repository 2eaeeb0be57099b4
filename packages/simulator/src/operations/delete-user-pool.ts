import { userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const deleteUserPool: Operation = operation(
  struct({ UserPoolId: required(userPoolId) }),
  ({ UserPoolId }, service) => {
    service.pools.delete(findPool(service, UserPoolId).id)
    return {}
  },
)
