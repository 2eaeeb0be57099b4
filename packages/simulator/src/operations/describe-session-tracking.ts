import type { Pool } from '../pool/pool.ts'

/** The response of GetUserPoolSessionConfiguration and SetUserPoolSessionConfiguration. */
export function describeSessionTracking({ id, sessionTracking }: Pool): object {
  return {
    UserPoolId: id,
    UserSessionTracking: sessionTracking.enabled ? 'ENABLED' : 'DISABLED',
    TokenSession: { MaxPerUser: sessionTracking.maxPerUser },
  }
}
