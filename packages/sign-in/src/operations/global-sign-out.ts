import type { GlobalSignOutRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'

export const globalSignOut: Operation<GlobalSignOutRequest, object> = {
  name: 'GlobalSignOut',
  read: () => ({}),
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).GlobalSignOutCommand,
}
