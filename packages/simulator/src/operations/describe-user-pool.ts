import { userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describePool } from './describe-pool.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const describeUserPool: Operation = operation(
  struct({ UserPoolId: required(userPoolId) }),
  ({ UserPoolId }, service) => ({ UserPool: describePool(findPool(service, UserPoolId)) }),
)
