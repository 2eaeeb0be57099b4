import type { JWTPayload } from 'jose'
import { isReadable } from '../pool/attributes.ts'
import type { SignIn } from '../pool/pool.ts'
import type { AuthenticationResult } from './auth-response.ts'
import { overrideClaims } from './override-claims.ts'
import type { TokenRequest } from './token-request.ts'

/** Signs the ID token and the access token of a sign-in. */
export async function signTokens(
  request: TokenRequest,
  signIn: SignIn,
  sourceSuffix: string,
): Promise<Omit<AuthenticationResult, 'RefreshToken'>> {
  const { service, client } = request
  const sign = await service.signers()
  const claims = await overrideClaims(request, toClaims(request, signIn), sourceSuffix)
  const [AccessToken, IdToken] = await Promise.all([sign.access(claims.access), sign.id(claims.id)])
  return {
    AccessToken,
    ExpiresIn: client.validity.access,
    IdToken,
    TokenType: 'Bearer',
  }
}

function toClaims(
  { service, pool, client, user }: TokenRequest,
  { originJti, authTime, deviceKey }: SignIn,
): { id: JWTPayload; access: JWTPayload } {
  const now = Math.floor(service.clock.now() / 1000)
  const groups = listGroups({ pool, user })
  const roles = groups.flatMap((name) => pool.groups.get(name)?.roleArn ?? [])
  const common = {
    sub: user.sub,
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    iss: service.issuer(pool.id),
    origin_jti: originJti,
    event_id: crypto.randomUUID(),
    auth_time: Math.floor(authTime / 1000),
    iat: now,
  }
  const attributes = Object.entries(user.attributes).filter(([name]) => isReadable(client, name))
  return {
    id: {
      ...Object.fromEntries(attributes.map(([name, value]) => [name, toClaim(name, value)])),
      ...common,
      ...(roles.length > 0 && { 'cognito:roles': roles, 'cognito:preferred_role': roles[0] }),
      'cognito:username': user.username,
      aud: client.id,
      token_use: 'id',
      exp: now + client.validity.id,
      jti: crypto.randomUUID(),
    },
    access: {
      ...common,
      client_id: client.id,
      ...(deviceKey !== undefined && { device_key: deviceKey }),
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      exp: now + client.validity.access,
      jti: crypto.randomUUID(),
      username: user.username,
      version: 2,
    },
  }
}

/** Ordered by precedence, lowest number first. The first group's role is the preferred one. */
function listGroups({ pool, user }: Pick<TokenRequest, 'pool' | 'user'>): string[] {
  const rank = (name: string) => pool.groups.get(name)?.precedence ?? Number.MAX_SAFE_INTEGER
  return user.groups.toSorted((a, b) => rank(a) - rank(b))
}

function toClaim(name: string, value: string): string | boolean {
  return name === 'email_verified' || name === 'phone_number_verified' ? value === 'true' : value
}
