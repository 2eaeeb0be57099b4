import type { JWTPayload } from 'jose'
import type { ClaimsOverride } from '../triggers.ts'
import { readList, readMap } from './read-trigger-values.ts'
import { hasTrigger, runTrigger } from './run-trigger.ts'
import type { TokenRequest } from './token-request.ts'

export interface TokenClaims {
  id: JWTPayload
  access: JWTPayload
}

/** Lets the preTokenGeneration trigger, in either version, have its say. */
export async function overrideClaims(
  { service, pool, client, user, clientMetadata }: TokenRequest,
  { id, access }: TokenClaims,
  occasion: string,
): Promise<TokenClaims> {
  if (!hasTrigger(pool, 'preTokenGeneration')) return { id, access }

  const { claimsOverrideDetails: first, claimsAndScopeOverrideDetails: second } = await runTrigger({
    service,
    pool,
    clientId: client.id,
    name: 'preTokenGeneration',
    sourceSuffix: occasion,
    user,
    username: user.username,
    request: {
      groupConfiguration: { groupsToOverride: user.groups },
      scopes: ['aws.cognito.signin.user.admin'],
      ...(clientMetadata && { clientMetadata }),
    },
    response: {},
  })
  const groups = second?.groupOverrideDetails ?? first?.groupOverrideDetails
  const grouped = groups?.groupsToOverride && {
    'cognito:groups': readList(groups.groupsToOverride),
  }
  const { accessTokenGeneration: forAccess } = second ?? {}
  const scopes = new Set([...String(access.scope).split(' '), ...readList(forAccess?.scopesToAdd)])
  for (const scope of readList(forAccess?.scopesToSuppress)) scopes.delete(scope)
  return {
    id: override({ ...id, ...grouped }, second?.idTokenGeneration ?? first),
    access: override({ ...access, ...grouped, scope: [...scopes].join(' ') }, forAccess),
  }
}

const reserved = new Set([
  'acr',
  'amr',
  'at_hash',
  'auth_time',
  'azp',
  'aud',
  'client_id',
  'cognito:username',
  'device_key',
  'exp',
  'iat',
  'identities',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'sub',
  'token_use',
  'username',
  'version',
])

function override(claims: JWTPayload, details: ClaimsOverride | undefined): JWTPayload {
  const added = Object.entries(readMap(details?.claimsToAddOrOverride))
  const suppressed = readList(details?.claimsToSuppress)
  const all = [...Object.entries(claims), ...added.filter(([name]) => !reserved.has(name))]
  const kept = all.filter(([name]) => {
    return reserved.has(name) || !suppressed.includes(name)
  })
  return Object.fromEntries(kept)
}
