import { listDevices } from '../pool/devices.ts'
import type { Client, Pool, SignIn, User } from '../pool/pool.ts'
import { findSignIn, replaceToken } from '../pool/sign-ins.ts'
import { findUser } from '../pool/users.ts'
import type { Service } from '../service.ts'
import { notAuthorized, ServiceException } from '../wire/service-exception.ts'
import type { AuthenticationResult } from './auth-response.ts'
import { checkAccount } from './check-password.ts'
import { newRefreshToken } from './issue-tokens.ts'
import { signTokens } from './sign-tokens.ts'

export interface RefreshContext {
  service: Service
  pool: Pool
  client: Client
  clientMetadata: Record<string, string> | undefined
  deviceKey: string | undefined
}

/** Issues new ID and access tokens. The refresh token changes only if the client rotates it. */
export async function refreshTokens(
  request: RefreshContext,
  token: string,
  checkCaller: (user: User) => Promise<void>,
): Promise<AuthenticationResult> {
  const { service, pool, client, deviceKey } = request
  const signIn = findSignIn(pool, token)
  const user = signIn && findUser(pool, signIn.username)
  if (!signIn || signIn.clientId !== client.id || !user) {
    throw notAuthorized('Invalid Refresh Token')
  }
  await checkCaller(user)
  if (!isOnItsDevice(pool, user, signIn, deviceKey)) throw notAuthorized('Invalid Refresh Token')
  checkAccount(user)
  if (signIn.revoked) throw notAuthorized('Refresh Token has been revoked')
  if (service.clock.now() >= signIn.expiresAt) throw notAuthorized('Refresh Token has expired')
  checkReuse(signIn, token, service.clock.now())
  const tokens = await signTokens({ ...request, user }, signIn, 'RefreshTokens')
  const now = service.clock.now()
  if (signIn.tracked) signIn.tracked.activeAt = now
  if (client.rotationGrace === undefined) return tokens

  // A concurrent request may have used the same token while this one was signing.
  checkReuse(signIn, token, now)
  if (signIn.refreshToken === token) {
    replaceToken(pool, signIn, newRefreshToken(), now + client.rotationGrace * 1000)
  }
  return { ...tokens, RefreshToken: signIn.refreshToken }
}

/** In a pool that remembers devices, a refresh token works only on its own device. */
function isOnItsDevice(pool: Pool, user: User, signIn: SignIn, key: string | undefined): boolean {
  if (!pool.devices || signIn.deviceKey === undefined) return true
  return key === signIn.deviceKey && listDevices(user).some((device) => device.key === key)
}

function checkReuse({ formerTokens }: SignIn, token: string, now: number): void {
  const formerToken = formerTokens.find((each) => each.token === token)
  if (!formerToken || now < formerToken.goodUntil) return
  throw new ServiceException('RefreshTokenReuseException', 'Refresh token has been used already')
}
