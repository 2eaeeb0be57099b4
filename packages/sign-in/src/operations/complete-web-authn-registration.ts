import type { CompleteWebAuthnRegistrationRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'

export const completeWebAuthnRegistration: Operation<CompleteWebAuthnRegistrationRequest, object> =
  {
    name: 'CompleteWebAuthnRegistration',
    read: () => ({}),
    command: async () =>
      (await import('@aws-sdk/client-cognito-identity-provider'))
        .CompleteWebAuthnRegistrationCommand,
  }
