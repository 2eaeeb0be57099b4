import { clientId, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { findClient, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const deleteUserPoolClient: Operation = operation(
  struct({ ClientId: required(clientId), UserPoolId: required(userPoolId) }),
  ({ ClientId, UserPoolId }, service) => {
    const pool = findPool(service, UserPoolId)
    pool.clients.delete(findClient(pool, ClientId).id)
    return {}
  },
)
