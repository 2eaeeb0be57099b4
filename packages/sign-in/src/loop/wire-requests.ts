import type { AuthError } from '../protocol/auth-error.ts'
import { toAuthError } from '../protocol/cognito-exception.ts'
import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import type { Transport } from '../protocol/transport.ts'
import type { AuthResponse, ChallengeResponses } from '../protocol/wire.ts'
import type { AuthFlow, Flow } from './flows.ts'
import { type RequestMetadata, metadataFor } from './metadata.ts'

export interface WireRequestsOptions extends RequestMetadata {
  clientId: string
  transport: Transport
  authFlow: AuthFlow
  flow: Flow
}

export interface WireRequests {
  start: (from: {
    username: string
    held: SignInContext
    choosing: boolean
    /** In place of the app's own way to begin. */
    flow?: Flow
  }) => Promise<AuthResponse>
  answer: (
    asked: { ChallengeName: string; Session: string | undefined },
    responses: ChallengeResponses,
    held: SignInContext,
  ) => Promise<AuthResponse>
  /** As far as the service can be reached: here it is over either way. */
  revoke: (refreshToken: string) => Promise<void>
}

/** The loop's three requests in Cognito's words. */
export function createWireRequests(options: WireRequestsOptions): WireRequests {
  const { clientId: ClientId, transport, authFlow: AuthFlow } = options
  return {
    start: async ({ username: USERNAME, held, choosing, flow = options.flow }) => {
      const own = await beginning(flow, held, choosing)
      const AuthParameters = { USERNAME, ...own, ...deviceKey(held.device) }
      const more = metadataFor(options, { operation: 'InitiateAuth' })
      const request = { ClientId, AuthFlow, AuthParameters, ...more }
      const send = () => transport('InitiateAuth', request, held)
      return send().catch((cause: unknown) => {
        if (flow.repeatable && isPassing(toAuthError(cause, { step: 'InitiateAuth' })))
          return send()
        throw cause
      })
    },

    answer: async ({ ChallengeName, Session }, responses, held) => {
      const operation = 'RespondToAuthChallenge'
      const more = metadataFor(options, { operation, challengeName: ChallengeName })
      const ChallengeResponses = { ...responses, ...deviceKey(held.device) }
      const asked = { ClientId, ChallengeName, ...(Session && { Session }) }
      return transport(operation, { ...asked, ChallengeResponses, ...more }, held)
    },

    revoke: async (Token) => {
      const { signal } = new AbortController()
      await transport('RevokeToken', { ClientId, Token }, { signal }).catch(() => {})
    },
  }
}

/** AuthParameters besides USERNAME. `choosing`: the user would rather be asked which way. */
async function beginning(
  { plain, srp, custom, preferred }: Flow,
  held: SignInContext,
  choosing: boolean,
): Promise<Record<string, string>> {
  if (preferred && choosing) return {}
  return {
    ...(preferred && { PREFERRED_CHALLENGE: preferred }),
    ...(custom && { CHALLENGE_NAME: 'SRP_A' }),
    ...(plain && { PASSWORD: held.password }),
    ...(srp && { SRP_A: (await held.srp()).publicKey }),
  }
}

/** The service is told in every request, or it takes this browser for a new one. */
function deviceKey(device: RememberedDevice | undefined): { DEVICE_KEY?: string } {
  return device ? { DEVICE_KEY: device.key } : {}
}

/** Over by the time it is tried once more, if it was only a hiccup. */
function isPassing({ code, details }: AuthError): boolean {
  return code === 'service-down' || (code === 'network' && details.sent !== 'no')
}
