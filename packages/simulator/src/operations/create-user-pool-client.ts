import { newClient } from '../pool/new-pool.ts'
import { randomName } from '../pool/random.ts'
import { userPoolId } from '../wire/fields.ts'
import { flag, required, struct, text } from '../wire/shape.ts'
import { applyClientSettings, clientSettings } from './client-settings.ts'
import { describeClient } from './describe-client.ts'
import { describedClientSettings, pick, storedClientSettings } from './described-settings.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const createUserPoolClient: Operation = operation(
  struct({
    ...storedClientSettings,
    ...clientSettings,
    ClientName: required(text({ min: 1, max: 128, pattern: '[\\w\\s+=,.@\\-]+' })),
    GenerateSecret: flag(),
    UserPoolId: required(userPoolId),
  }),
  (request, service) => {
    const pool = findPool(service, request.UserPoolId)
    const id = randomName(26, alphabet)
    const client = newClient(id, request.ClientName, service.clock.now())
    if (request.GenerateSecret) client.secret = randomName(51, alphabet)
    client.described = pick(describedClientSettings, request)
    applyClientSettings(client, request)
    pool.clients.set(id, client)
    return { UserPoolClient: describeClient(pool, client) }
  },
)

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
