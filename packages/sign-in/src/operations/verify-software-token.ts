import type { VerifySoftwareTokenRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'
import { matching } from '../protocol/read-values.ts'
import { readSession } from './read-session.ts'

export interface VerifySoftwareTokenOutput {
  /** May be something else than `SUCCESS` in an HTTP 200. See `docs/cognito.md#mfa-setup`. */
  Status: string
  Session?: string
}

export const verifySoftwareToken: Operation<VerifySoftwareTokenRequest, VerifySoftwareTokenOutput> =
  {
    name: 'VerifySoftwareToken',
    read: (answer) => ({ Status: matching(answer['Status'], /[^]/), ...readSession(answer) }),
    command: async () =>
      (await import('@aws-sdk/client-cognito-identity-provider')).VerifySoftwareTokenCommand,
  }
