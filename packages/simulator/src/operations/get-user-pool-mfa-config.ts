import { userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describeMfaConfig } from './describe-mfa-config.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const getUserPoolMfaConfig: Operation = operation(
  struct({ UserPoolId: required(userPoolId) }),
  ({ UserPoolId }, service) => describeMfaConfig(findPool(service, UserPoolId)),
)
