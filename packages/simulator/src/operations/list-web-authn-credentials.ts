import type { Passkey } from '../pool/pool.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { number, required, struct, text } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { page } from './page.ts'

export const listWebAuthnCredentials: Operation = operation(
  struct({
    AccessToken: required(token),
    MaxResults: number({ min: 0, max: 20 }),
    NextToken: text({ min: 1, max: 131_072 }),
  }),
  async ({ AccessToken, MaxResults, NextToken }, service) => {
    const { user } = await readAccessToken(service, AccessToken)
    // MaxResults 0, like none, means the maximum.
    const { items, next } = page(user.passkeys, MaxResults || 20, NextToken)
    return { Credentials: items.map(describe), ...(next && { NextToken: next }) }
  },
)

function describe({ id, rpId, attachment, transports, createdAt }: Passkey): object {
  return {
    CredentialId: id,
    FriendlyCredentialName: attachment === 'platform' ? 'Platform passkey' : 'Roaming passkey',
    RelyingPartyId: rpId,
    ...(attachment !== undefined && { AuthenticatorAttachment: attachment }),
    AuthenticatorTransports: transports,
    CreatedAt: createdAt / 1000,
  }
}
