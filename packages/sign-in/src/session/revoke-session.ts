import type { Client } from '../client/create-client.ts'
import { globalSignOut } from '../operations/global-sign-out.ts'
import { revokeToken } from '../operations/revoke-token.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { HeldSession } from './held-session.ts'
import { createSendRefresh } from './send-refresh.ts'

// With `keepalive`, the browser finishes these requests after the page is left.
const goodbye = { signal: new AbortController().signal, keepalive: true }

/**
 * Revokes the refresh token and its access tokens. Rejects with `AuthError`. See
 * `docs/cognito.md#revocation`.
 */
export async function revoke({ call }: Client, ClientId: string, Token: string): Promise<void> {
  await call(revokeToken, { ClientId, Token }, goodbye)
}

/**
 * Signs the user out on all devices. Refreshes an access token that has expired, here or by the clock of the
 * service, first. Rejects with `AuthError`.
 */
export async function signOutEverywhere(
  client: Client,
  clientId: string,
  { record, lifetime }: Pick<HeldSession, 'record' | 'lifetime'>,
): Promise<void> {
  const signOut = (AccessToken?: string) => client.call(globalSignOut, { AccessToken }, goodbye)
  let { refreshToken } = record

  async function signOutRefreshed() {
    const sendRefresh = createSendRefresh(clientId, async () => client)
    const { AccessToken, RefreshToken } = await sendRefresh(record, goodbye.signal)
    refreshToken = RefreshToken ?? refreshToken
    await signOut(AccessToken)
  }

  async function signOutFirst() {
    if (lifetime.remainingMs() === 0) return signOutRefreshed()
    return signOut(record.accessToken).catch((cause: unknown) => {
      if (toAuthError(cause).details.exception !== 'NotAuthorizedException') throw cause
      return signOutRefreshed()
    })
  }

  try {
    await signOutFirst()
  } catch (cause) {
    // At least the tokens of this device are revoked.
    if (refreshToken) await revoke(client, clientId, refreshToken)
    throw cause
  }
}
