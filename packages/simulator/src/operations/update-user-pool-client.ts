import { clientId, userPoolId } from '../wire/fields.ts'
import { required, struct, text } from '../wire/shape.ts'
import { applyClientSettings, clientSettings } from './client-settings.ts'
import { describeClient } from './describe-client.ts'
import { describedClientSettings, pick, storedClientSettings } from './described-settings.ts'
import { findClient, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const updateUserPoolClient: Operation = operation(
  struct({
    ...storedClientSettings,
    ...clientSettings,
    ClientId: required(clientId),
    ClientName: text({ min: 1, max: 128, pattern: '[\\w\\s+=,.@\\-]+' }),
    UserPoolId: required(userPoolId),
  }),
  (request, service) => {
    const pool = findPool(service, request.UserPoolId)
    const client = findClient(pool, request.ClientId)
    applyClientSettings(client, request)
    client.name = request.ClientName ?? client.name
    client.described = pick(describedClientSettings, request)
    client.modifiedAt = service.clock.now()
    return { UserPoolClient: describeClient(pool, client) }
  },
)
