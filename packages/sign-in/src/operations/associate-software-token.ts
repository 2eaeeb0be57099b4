import type { AssociateSoftwareTokenRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'
import { matching } from '../protocol/read-values.ts'
import { readSession } from './read-session.ts'

export interface AssociateSoftwareTokenOutput {
  SecretCode: string
  Session?: string
}

export const associateSoftwareToken: Operation<
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenOutput
> = {
  name: 'AssociateSoftwareToken',
  read: (answer) => ({
    // The model says at least 16 characters; one emulator sends 12 (`docs/cognito.md#mfa-setup`).
    SecretCode: matching(answer['SecretCode'], /^[A-Za-z0-9]{8,256}$/),
    ...readSession(answer),
  }),
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).AssociateSoftwareTokenCommand,
}
