import type { Client, Pool } from '../pool/pool.ts'

/** An app client as DescribeUserPoolClient returns it, with its secret. */
export function describeClient(pool: Pool, client: Client): object {
  const { secret, readAttributes, writeAttributes } = client
  return {
    EnableTokenRevocation: true,
    RefreshTokenValidity: 30,
    TokenValidityUnits: {},
    ...client.described,
    UserPoolId: pool.id,
    ClientId: client.id,
    ClientName: client.name,
    ...(secret !== undefined && { ClientSecret: secret }),
    ExplicitAuthFlows: client.explicitAuthFlows,
    AuthSessionValidity: client.authSessionValidity,
    PreventUserExistenceErrors: client.hidesUsers ? 'ENABLED' : 'LEGACY',
    ...(readAttributes && { ReadAttributes: readAttributes }),
    ...(writeAttributes && { WriteAttributes: writeAttributes }),
    CreationDate: client.createdAt / 1000,
    LastModifiedDate: client.modifiedAt / 1000,
  }
}
