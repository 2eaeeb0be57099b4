import type { Device, SignIn } from '../pool/pool.ts'
import { randomBase64url } from '../pool/random.ts'
import { makeRoom, trackSession } from '../pool/sessions.ts'
import { addSignIn } from '../pool/sign-ins.ts'
import { findUser } from '../pool/users.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import type { AuthenticationResult } from './auth-response.ts'
import { checkAccount } from './check-password.ts'
import { signTokens } from './sign-tokens.ts'
import type { TokenRequest } from './token-request.ts'

/** Issues the tokens of a new sign-in. */
export async function issueTokens(
  request: TokenRequest,
  device: Device | undefined,
  sourceSuffix: string,
): Promise<AuthenticationResult> {
  const { service, pool, client, user } = request
  const now = service.clock.now()
  const signIn: SignIn = {
    refreshToken: newRefreshToken(),
    formerTokens: [],
    originJti: crypto.randomUUID(),
    clientId: client.id,
    username: user.username,
    deviceKey: device?.key,
    authTime: now,
    expiresAt: now + client.validity.refresh * 1000,
    revoked: false,
    tracked: trackSession(pool, now),
  }
  const tokens = await signTokens(request, signIn, sourceSuffix)
  // The account may have been closed while a trigger ran.
  if (findUser(pool, user.username) !== user) throw notAuthorized()
  checkAccount(user)
  if (device) device.authenticatedAt = now
  if (signIn.tracked) makeRoom(pool, user, now)
  addSignIn(pool, signIn)
  return { ...tokens, RefreshToken: signIn.refreshToken }
}

/** Random, in the format of the service's encrypted JWT. */
export function newRefreshToken(): string {
  const header = 'eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ'
  return [header, ...[256, 12, 640, 16].map(randomBase64url)].join('.')
}
