import type { Client } from '../client/create-client.ts'
import { globalSignOut } from '../operations/global-sign-out.ts'
import { revokeToken } from '../operations/revoke-token.ts'
import type { HeldSession } from './held-session.ts'
import { createSendRefresh } from './send-refresh.ts'

// What is sent at sign-out goes on when the page is left.
const goodbye = { signal: new AbortController().signal, keepalive: true }

/** Revokes the refresh token, and with it the access tokens. Rejects with `AuthError`. */
export async function revoke({ call }: Client, ClientId: string, Token: string): Promise<void> {
  await call(revokeToken, { ClientId, Token }, goodbye)
}

/** Signs the user out on all devices. An access token that has expired is refreshed first. */
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
