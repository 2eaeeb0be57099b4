import type { InitiateAuthRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'
import type { AuthResponse } from '../protocol/wire.ts'
import { readAuthResponse } from './read-auth-response.ts'

export const initiateAuth: Operation<InitiateAuthRequest, AuthResponse> = {
  name: 'InitiateAuth',
  read: readAuthResponse,
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).InitiateAuthCommand,
}
