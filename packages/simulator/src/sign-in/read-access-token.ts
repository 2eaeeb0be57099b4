import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import type { Client, Pool, SignIn, User } from '../pool/pool.ts'
import { findUser } from '../pool/users.ts'
import type { Service } from '../service.ts'
import { notAuthorized, ServiceException } from '../wire/service-exception.ts'

export interface TokenOwner {
  pool: Pool
  client: Client
  user: User
  /** The sign-in that the token comes from. */
  signIn: SignIn
}

/** Who an access token belongs to. Throws if the token is invalid, expired or revoked. */
export async function readAccessToken(service: Service, token: string): Promise<TokenOwner> {
  const pool = findIssuer(service, token)
  const claims = await verify(service, pool, token)
  const signIn = [...pool.signIns.values()].find((each) => each.originJti === claims.origin_jti)
  const client = pool.clients.get(String(claims.client_id))
  if (!signIn || !client) throw invalid()
  if (!String(claims.scope).split(' ').includes('aws.cognito.signin.user.admin')) {
    throw notAuthorized('Access Token does not have required scopes')
  }
  const user = findUser(pool, signIn.username)
  if (!user) throw new ServiceException('UserNotFoundException', 'User does not exist.')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (signIn.revoked) throw notAuthorized('Access Token has been revoked')
  return { pool, client, user, signIn }
}

function findIssuer({ pools }: Service, token: string): Pool {
  let issuer: string | undefined
  try {
    issuer = decodeJwt(token).iss
  } catch {
    throw invalid()
  }
  const pool = pools.get(String(issuer).split('/').at(-1)!)
  if (!pool) throw invalid()
  return pool
}

async function verify(service: Service, pool: Pool, token: string): Promise<JWTPayload> {
  const { access } = await service.signingKeys()
  const currentDate = new Date(service.clock.now())
  try {
    const options = { currentDate, issuer: service.issuer(pool.id), algorithms: ['RS256'] }
    return (await jwtVerify(token, access.publicJwk, options)).payload
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw notAuthorized('Access Token has expired')
    if (cause instanceof errors.JWSSignatureVerificationFailed) {
      throw notAuthorized('Could not verify signature for Access Token')
    }
    throw invalid()
  }
}

function invalid(): ServiceException {
  return notAuthorized('Invalid Access Token')
}
