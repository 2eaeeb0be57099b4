import { refreshTokens } from '../sign-in/refresh-tokens.ts'
import { clientId, clientMetadata, clientSecret, deviceKey, token } from '../wire/fields.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import { required, struct } from '../wire/shape.ts'
import { findPoolOfClient } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const getTokensFromRefreshToken: Operation = operation(
  struct({
    ClientId: required(clientId),
    ClientMetadata: clientMetadata,
    ClientSecret: clientSecret,
    DeviceKey: deviceKey,
    RefreshToken: required(token),
  }),
  async ({ ClientId, ClientMetadata, ClientSecret, DeviceKey, RefreshToken }, service) => {
    const { pool, client } = findPoolOfClient(service, ClientId)
    if (client.secret !== undefined && ClientSecret === undefined) {
      throw notAuthorized(
        `Client ${client.id} is configured for secret but secret was not received`,
      )
    }
    if (client.secret !== ClientSecret) {
      throw notAuthorized(`Unable to verify secret for client ${client.id}`)
    }
    const context = { service, pool, client, clientMetadata: ClientMetadata, deviceKey: DeviceKey }
    return { AuthenticationResult: await refreshTokens(context, RefreshToken, async () => {}) }
  },
)
