import { clientId, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describeClient } from './describe-client.ts'
import { findClient, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const describeUserPoolClient: Operation = operation(
  struct({ ClientId: required(clientId), UserPoolId: required(userPoolId) }),
  ({ ClientId, UserPoolId }, service) => {
    const pool = findPool(service, UserPoolId)
    return { UserPoolClient: describeClient(pool, findClient(pool, ClientId)) }
  },
)
