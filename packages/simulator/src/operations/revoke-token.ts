import { findSignIn } from '../pool/sign-ins.ts'
import { clientId, clientSecret, token } from '../wire/fields.ts'
import { invalidParameter, ServiceException } from '../wire/service-exception.ts'
import { required, struct, text } from '../wire/shape.ts'
import { findPoolOfClient } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const revokeToken: Operation = operation(
  struct({
    ClientId: required(clientId),
    ClientSecret: clientSecret,
    RevokeAssociatedSessions: text({ values: ['NONE', 'LINKED'] }),
    Token: required(token),
  }),
  ({ ClientId, ClientSecret, Token }, service) => {
    const { pool, client } = findPoolOfClient(service, ClientId)
    if (client.secret !== undefined && ClientSecret === undefined) {
      throw invalidParameter(
        `Client ${client.id} is configured for secret but secret was not received`,
      )
    }
    if (client.secret !== ClientSecret) throw unauthorized('Invalid client credentials')
    if (client.described.EnableTokenRevocation === false) {
      const message = 'Token revocation is not enabled for the client'
      throw new ServiceException('UnsupportedOperationException', message)
    }
    const signIn = findSignIn(pool, Token)
    if (signIn && signIn.clientId !== client.id) {
      throw unauthorized('The token was issued to another client')
    }
    // ID and access tokens are JWTs of three parts; refresh tokens have five.
    if (!signIn && Token.split('.').length === 3) {
      throw new ServiceException(
        'UnsupportedTokenTypeException',
        'Only refresh tokens can be revoked',
      )
    }
    if (signIn) signIn.revoked = true
    return {}
  },
)

function unauthorized(message: string): ServiceException {
  return new ServiceException('UnauthorizedException', message)
}
