import { checkSecretHash } from '../pool/secret-hash.ts'
import { refreshTokens } from '../sign-in/refresh-tokens.ts'
import { invalidParameter, missingParameter } from '../wire/service-exception.ts'
import type { Flow } from './flow.ts'

export const refreshTokenAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  // The older flow names, without ALLOW_, always permit a refresh.
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
        // The hash is over the username in the tokens, not over the name that the user typed.
        return checkSecretHash(client, [user.username], hash)
      },
    )
    return { result }
  },
}
