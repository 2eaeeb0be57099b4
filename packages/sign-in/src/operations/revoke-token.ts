import type { RevokeTokenRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'

export const revokeToken: Operation<RevokeTokenRequest, object> = {
  name: 'RevokeToken',
  read: () => ({}),
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).RevokeTokenCommand,
}
