import type { Service } from '../service.ts'

/** Answers requests for a pool's JWKS and OpenID configuration. */
export async function answerDocument(
  request: Request,
  service: Service,
): Promise<Response | undefined> {
  const { origin, pathname } = new URL(request.url)
  const [, poolId = '', folder, name] = pathname.split('/')
  if (folder !== '.well-known' || !service.pools.has(poolId)) return undefined

  if (name === 'jwks.json') {
    const { id, access } = await service.signingKeys()
    return Response.json({ keys: [id.publicJwk, access.publicJwk] })
  }
  if (name === 'openid-configuration') {
    return Response.json({
      issuer: service.issuer(poolId),
      // The simulator's own address: the issuer may be the real service, which has other keys.
      jwks_uri: `${origin}/${poolId}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    })
  }
  return undefined
}
