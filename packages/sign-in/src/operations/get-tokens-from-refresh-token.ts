import type { GetTokensFromRefreshTokenRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation } from '../protocol/operation.ts'
import { badAnswer } from '../protocol/read-values.ts'
import type { AuthenticationResult } from '../protocol/wire.ts'
import { readAuthResponse } from './read-auth-response.ts'

/** It works with rotation on and off (docs/cognito.md#refresh). */
export const getTokensFromRefreshToken: Operation<
  GetTokensFromRefreshTokenRequest,
  AuthenticationResult
> = {
  name: 'GetTokensFromRefreshToken',
  read: (answer) => {
    const { AuthenticationResult: tokens } = readAuthResponse(answer)
    if (!tokens) throw badAnswer()
    return tokens
  },
  command: async () =>
    (await import('@aws-sdk/client-cognito-identity-provider')).GetTokensFromRefreshTokenCommand,
}
