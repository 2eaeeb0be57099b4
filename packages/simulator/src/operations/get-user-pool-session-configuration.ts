import { userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describeSessionTracking } from './describe-session-tracking.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const getUserPoolSessionConfiguration: Operation = operation(
  struct({ UserPoolId: required(userPoolId) }),
  ({ UserPoolId }, service) => describeSessionTracking(findPool(service, UserPoolId)),
)
