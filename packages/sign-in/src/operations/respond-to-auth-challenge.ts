import type { RespondToAuthChallengeRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { Operation, SdkCommand } from '../protocol/operation.ts'
import type { AuthResponse } from '../protocol/wire.ts'
import { readAuthResponse } from './read-auth-response.ts'

/** ChallengeName is any string here, so that a name newer than the SDK can be answered. */
export interface RespondToAuthChallengeInput extends Omit<
  RespondToAuthChallengeRequest,
  'ChallengeName'
> {
  ChallengeName: string
}

export const respondToAuthChallenge: Operation<RespondToAuthChallengeInput, AuthResponse> = {
  name: 'RespondToAuthChallenge',
  read: readAuthResponse,
  command: async () => {
    const { RespondToAuthChallengeCommand } =
      await import('@aws-sdk/client-cognito-identity-provider')
    return RespondToAuthChallengeCommand as SdkCommand<object>
  },
}
