import { checkPasskeyQuota, checkPasskeysAllowed } from '../passkeys/check-passkeys.ts'
import { usablePasskeys } from '../passkeys/passkey-mfa.ts'
import { algorithms } from '../passkeys/verify-registration.ts'
import { randomBase64url, toBase64url } from '../pool/random.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { fromText } from '../srp/bytes.ts'
import { token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'

export const startWebAuthnRegistration: Operation = operation(
  struct({ AccessToken: required(token) }),
  async ({ AccessToken }, service) => {
    const { pool, client, user } = await readAccessToken(service, AccessToken)
    const { rpId, userVerification } = checkPasskeysAllowed(pool)
    checkPasskeyQuota(user)
    const challenge = randomBase64url(16)
    const goodUntil = service.clock.now() + registrationTimeMs
    user.pendingPasskey = { challenge, clientId: client.id, goodUntil }
    return {
      CredentialCreationOptions: {
        authenticatorSelection: {
          requireResidentKey: true,
          residentKey: 'required',
          userVerification,
        },
        challenge,
        excludeCredentials: usablePasskeys(pool, user).map(({ id }) => ({
          id,
          type: 'public-key',
        })),
        pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
        rp: { id: rpId, name: rpId },
        timeout: 60_000,
        user: {
          displayName: user.username,
          id: toBase64url(fromText(user.sub)),
          name: user.username,
        },
      },
    }
  },
)

/** Longer than the browser's timeout of one minute, since the answer may come at the end of it. */
const registrationTimeMs = 3 * 60_000
