import { checkSecretHash } from '../pool/secret-hash.ts'
import { refreshTokens } from '../sign-in/refresh-tokens.ts'
import { invalidParameter, missingParameter } from '../wire/service-exception.ts'
import type { Flow } from './flow.ts'

export const refreshTokenAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  // The flow names without a prefix are older than the choice and always come with it.
  permittedBy: [
    'ALLOW_REFRESH_TOKEN_AUTH',
    'ADMIN_NO_SRP_AUTH',
    'CUSTOM_AUTH_FLOW_ONLY',
    'USER_PASSWORD_AUTH',
  ],
  async start({ service, pool, client, parameters }) {
    const { REFRESH_TOKEN: token, SECRET_HASH: hash, DEVICE_KEY: deviceKey } = parameters
    if (!token) throw missingParameter('REFRESH_TOKEN')
    if (client.rotationGrace !== undefined) {
      throw invalidParameter('REFRESH_TOKEN_AUTH flow not enabled for this client')
    }

    const result = await refreshTokens(
      { service, pool, client, clientMetadata: undefined, deviceKey },
      token,
      (user) => {
        // The name to hash is the one in the tokens, whatever the user typed.
        return checkSecretHash(client, [user.username], hash)
      },
    )
    return { result }
  },
}
