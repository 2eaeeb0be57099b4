import type { Client } from '../client/create-client.ts'
import { globalSignOut } from '../operations/global-sign-out.ts'
import { revokeToken } from '../operations/revoke-token.ts'
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

/** Signs the user out on all devices. Refreshes an expired access token first. Rejects with `AuthError`. */
export async function signOutEverywhere(
  client: Client,
  clientId: string,
  { record, lifetime }: Pick<HeldSession, 'record' | 'lifetime'>,
): Promise<void> {
  const sendRefresh = createSendRefresh(clientId, async () => client)
  const isGood = lifetime.remainingMs() > 0
  const { AccessToken } = isGood
    ? { AccessToken: record.accessToken }
    : await sendRefresh(record, goodbye.signal)
  await client.call(globalSignOut, { AccessToken }, goodbye)
}
