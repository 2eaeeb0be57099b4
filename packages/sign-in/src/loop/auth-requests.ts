import { initiateAuth } from '../operations/initiate-auth.ts'
import { respondToAuthChallenge } from '../operations/respond-to-auth-challenge.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type { Call } from '../protocol/call.ts'
import type { RememberedDevice } from '../protocol/remembered-device.ts'
import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { AuthResponse, ChallengeResponses } from '../protocol/wire.ts'
import type { AuthFlow, Flow } from './flows.ts'
import { metadataFor, type RequestMetadata } from './metadata.ts'

export interface AuthRequestsOptions extends RequestMetadata {
  clientId: string
  call: Call
  authFlow: AuthFlow
  flow: Flow
}

export interface AuthRequests {
  start: (input: {
    username: string
    context: SignInContext
    /** Leaves the preferred method of the app out, because the user wants to choose. */
    choosesMethod: boolean
    /** Replaces the flow of the app. */
    flow?: Flow | undefined
  }) => Promise<AuthResponse>
  respond: (
    asked: { ChallengeName: string; Session: string | undefined },
    responses: ChallengeResponses,
    context: SignInContext,
  ) => Promise<AuthResponse>
}

/** Makes the functions that send InitiateAuth and RespondToAuthChallenge. They reject with `AuthError`. */
export function createAuthRequests(options: AuthRequestsOptions): AuthRequests {
  const { clientId: ClientId, call, authFlow: AuthFlow } = options
  return {
    start: async ({ username: USERNAME, context, choosesMethod, flow = options.flow }) => {
      const parameters = await flowParameters(flow, context, choosesMethod)
      const AuthParameters = { USERNAME, ...parameters, ...deviceKey(context.device) }
      const metadata = metadataFor(options, { operation: initiateAuth.name })
      const input = { ClientId, AuthFlow, AuthParameters, ...metadata }
      const send = () => call(initiateAuth, input, context)
      return send().catch((error: unknown) => {
        // A second try is safe in these flows: `docs/cognito.md#retries`.
        if (flow.repeatable && isTransient(error)) return send()
        throw error
      })
    },

    respond: async ({ ChallengeName, Session }, responses, context) => {
      const { name: operation } = respondToAuthChallenge
      const metadata = metadataFor(options, { operation, challengeName: ChallengeName })
      const ChallengeResponses = { ...responses, ...deviceKey(context.device) }
      const asked = { ClientId, ChallengeName, ...(Session && { Session }) }
      return call(respondToAuthChallenge, { ...asked, ChallengeResponses, ...metadata }, context)
    },
  }
}

/** The AuthParameters without USERNAME. */
async function flowParameters(
  { plain, srp, custom, preferred }: Flow,
  context: SignInContext,
  choosesMethod: boolean,
): Promise<Record<string, string>> {
  if (preferred && choosesMethod) return {}
  return {
    ...(preferred && { PREFERRED_CHALLENGE: preferred }),
    ...(custom && { CHALLENGE_NAME: 'SRP_A' }),
    ...(plain && { PASSWORD: context.password }),
    ...(srp && { SRP_A: (await context.srp()).publicKey }),
  }
}

/** Every request needs it, or the service makes a new device (`docs/cognito.md#remembered-devices`). */
function deviceKey(device: RememberedDevice | undefined): { DEVICE_KEY?: string } {
  return device ? { DEVICE_KEY: device.key } : {}
}

/** Whether the same request may succeed if it is sent again. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof AuthError)) return false
  return error.code === 'service-down' || (error.code === 'network' && error.details.sent !== 'no')
}
