import type { JWTPayload } from 'jose'
import type { ClaimsOverride } from '../triggers.ts'
import { readList, readMap } from './read-trigger-values.ts'
import { hasTrigger, runTrigger } from './run-trigger.ts'
import type { TokenRequest } from './token-request.ts'

export interface TokenClaims {
  id: JWTPayload
  access: JWTPayload
}

/** Applies the changes of a preTokenGeneration trigger, version 1 or 2. */
export async function overrideClaims(
  { service, pool, client, user, clientMetadata }: TokenRequest,
  { id, access }: TokenClaims,
  sourceSuffix: string,
): Promise<TokenClaims> {
  if (!hasTrigger(pool, 'preTokenGeneration')) return { id, access }

  const { claimsOverrideDetails: version1, claimsAndScopeOverrideDetails: version2 } =
    await runTrigger({
      service,
      pool,
      clientId: client.id,
      name: 'preTokenGeneration',
      sourceSuffix: sourceSuffix,
      user,
      username: user.username,
      request: {
        groupConfiguration: { groupsToOverride: user.groups },
        scopes: ['aws.cognito.signin.user.admin'],
        ...(clientMetadata && { clientMetadata }),
      },
      response: {},
    })
  const groups = version2?.groupOverrideDetails ?? version1?.groupOverrideDetails
  const groupClaims = groups?.groupsToOverride && {
    'cognito:groups': readList(groups.groupsToOverride),
  }
  const { accessTokenGeneration: forAccess } = version2 ?? {}
  const scopes = new Set([...String(access.scope).split(' '), ...readList(forAccess?.scopesToAdd)])
  for (const scope of readList(forAccess?.scopesToSuppress)) scopes.delete(scope)
  return {
    id: applyOverride({ ...id, ...groupClaims }, version2?.idTokenGeneration ?? version1),
    access: applyOverride({ ...access, ...groupClaims, scope: [...scopes].join(' ') }, forAccess),
  }
}

const reservedClaims = new Set([
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

function applyOverride(claims: JWTPayload, details: ClaimsOverride | undefined): JWTPayload {
  const added = Object.entries(readMap(details?.claimsToAddOrOverride))
  const suppressed = readList(details?.claimsToSuppress)
  const all = [...Object.entries(claims), ...added.filter(([name]) => !reservedClaims.has(name))]
  const remaining = all.filter(([name]) => {
    return reservedClaims.has(name) || !suppressed.includes(name)
  })
  return Object.fromEntries(remaining)
}
