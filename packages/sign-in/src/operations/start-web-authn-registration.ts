import type { StartWebAuthnRegistrationRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'
import { type Values, values } from '../protocol/read-values.ts'

export interface StartWebAuthnRegistrationOutput {
  /** A JSON object, not JSON in a string. See `docs/cognito.md#passkey-registration`. */
  CredentialCreationOptions: Readonly<Values>
}

export const startWebAuthnRegistration: Operation<
  StartWebAuthnRegistrationRequest,
  StartWebAuthnRegistrationOutput
> = {
  name: 'StartWebAuthnRegistration',
  read: (answer) => ({
    CredentialCreationOptions: values(answer['CredentialCreationOptions']),
  }),
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).StartWebAuthnRegistrationCommand,
}
