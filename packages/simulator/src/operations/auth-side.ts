import type { Service } from '../service.ts'
import type { AuthRequest } from '../sign-in/auth-request.ts'
import { session, userPoolId } from '../wire/fields.ts'
import { list, required, type Shape, struct, text } from '../wire/shape.ts'
import { findClient, findPool, findPoolOfClient } from './find.ts'

/** The members that only the public operations of a sign-in have, and the Session. */
export interface PublicAuthFields {
  Session: string | undefined
  UserContextData: unknown
}

/** The members that only the admin operations of a sign-in have, and the Session. */
export interface AdminAuthFields {
  ContextData: unknown
  Session: string | undefined
  UserPoolId: string
}

interface ClientFields {
  ClientId: string
  ClientMetadata: Record<string, string> | undefined
}

// The simulator has no threat protection: it checks only the form of the context data.
export const publicAuthFields: { [Name in keyof PublicAuthFields]: Shape<PublicAuthFields[Name]> } =
  {
    Session: session,
    UserContextData: struct({
      EncodedData: text({ max: 131_072 }),
      IpAddress: text({ max: 131_072 }),
    }),
  }

export const adminAuthFields: { [Name in keyof AdminAuthFields]: Shape<AdminAuthFields[Name]> } = {
  ContextData: struct({
    EncodedData: text({ max: 131_072 }),
    HttpHeaders: required(list(struct({ headerName: text(), headerValue: text() }))),
    IpAddress: required(text({ max: 131_072 })),
    ServerName: required(text({ max: 131_072 })),
    ServerPath: required(text({ max: 131_072 })),
  }),
  Session: session,
  UserPoolId: required(userPoolId),
}

export function readPublicAuth(
  service: Service,
  { ClientId, ClientMetadata, Session }: ClientFields & PublicAuthFields,
): AuthRequest {
  const { pool, client } = findPoolOfClient(service, ClientId)
  return { service, pool, client, admin: false, session: Session, clientMetadata: ClientMetadata }
}

export function readAdminAuth(
  service: Service,
  { ClientId, ClientMetadata, Session, UserPoolId }: ClientFields & AdminAuthFields,
): AuthRequest {
  const pool = findPool(service, UserPoolId)
  const client = findClient(pool, ClientId)
  return { service, pool, client, admin: true, session: Session, clientMetadata: ClientMetadata }
}
