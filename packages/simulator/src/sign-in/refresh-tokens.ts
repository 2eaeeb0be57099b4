import type { Client, Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'
import { findUser } from '../pool/users.ts'
import { notAuthorized } from '../wire/refusal.ts'
import type { AuthenticationResult } from './attempt.ts'
import { checkAccount } from './check-password.ts'
import { signTokens } from './sign-tokens.ts'

export interface RefreshContext {
  service: Service
  pool: Pool
  client: Client
  metadata: Record<string, string> | undefined
}

/** New ID and access tokens of an old sign-in; the refresh token stays. */
export async function refreshTokens(
  context: RefreshContext,
  token: string,
  checkCaller: (user: User) => Promise<void>,
): Promise<AuthenticationResult> {
  const { service, pool, client } = context
  const signIn = pool.signIns.get(token)
  const user = signIn && findUser(pool, signIn.username)
  if (!signIn || signIn.clientId !== client.id || !user) {
    throw notAuthorized('Invalid Refresh Token')
  }
  await checkCaller(user)
  checkAccount(user)
  if (signIn.revoked) throw notAuthorized('Refresh Token has been revoked')
  if (service.clock.now() >= signIn.expiresAt) throw notAuthorized('Refresh Token has expired')
  return signTokens({ ...context, user }, signIn, 'RefreshTokens')
}
