import type { Transport } from '../protocol/transport.ts'
import type { AuthResponse, ChallengeResponses } from '../protocol/wire.ts'
import type { Held } from '../protocol/held.ts'
import type { AuthFlow, Flow } from './flows.ts'
import { type Metadata, metadataFor } from './metadata.ts'

export interface WireRequestsOptions extends Metadata {
  clientId: string
  transport: Transport
  authFlow: AuthFlow
  flow: Flow
}

export interface WireRequests {
  start: (username: string, held: Held, abort: { signal: AbortSignal }) => Promise<AuthResponse>
  answer: (
    asked: { ChallengeName: string; Session: string | undefined },
    responses: ChallengeResponses,
    abort: { signal: AbortSignal },
  ) => Promise<AuthResponse>
  /** As far as the service can be reached: here it is over either way. */
  revoke: (refreshToken: string) => Promise<void>
}

/** The loop's three requests in Cognito's words. */
export function createWireRequests(options: WireRequestsOptions): WireRequests {
  const { clientId: ClientId, transport, authFlow: AuthFlow, flow } = options
  return {
    start: async (USERNAME, held, abort) => {
      const AuthParameters = { USERNAME, ...(await flow.parameters(held)) }
      const more = metadataFor(options, { operation: 'InitiateAuth' })
      return transport('InitiateAuth', { ClientId, AuthFlow, AuthParameters, ...more }, abort)
    },

    answer: async ({ ChallengeName, Session }, ChallengeResponses, abort) => {
      const operation = 'RespondToAuthChallenge'
      const more = metadataFor(options, { operation, challengeName: ChallengeName })
      const asked = { ClientId, ChallengeName, ...(Session && { Session }) }
      return transport(operation, { ...asked, ChallengeResponses, ...more }, abort)
    },

    revoke: async (Token) => {
      const { signal } = new AbortController()
      await transport('RevokeToken', { ClientId, Token }, { signal }).catch(() => {})
    },
  }
}
