import { flows } from '../flows/flows.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import type { InitiateAuthRequest } from './auth-request.ts'
import type { AuthResponse } from './auth-response.ts'
import { proceed } from './proceed.ts'

/** Runs InitiateAuth or AdminInitiateAuth. */
export async function initiate(request: InitiateAuthRequest): Promise<AuthResponse> {
  const { client, admin } = request
  const flow = flows.get(request.flow)
  if (flow && !flow.initiatedBy.includes(admin ? 'admin' : 'public')) {
    throw invalidParameter('Initiate Auth method not supported.')
  }
  if (!flow?.permittedBy.some((name) => client.explicitAuthFlows.includes(name))) {
    const flowName = request.flow.startsWith('ADMIN_') ? 'Auth' : request.flow
    throw invalidParameter(`${flowName} flow not enabled for this client`)
  }
  const started = await flow.start(request)
  if ('result' in started) {
    return { ChallengeParameters: {}, AuthenticationResult: started.result }
  }
  // ClientMetadata of this call reaches only preAuthentication and userMigration, not the later triggers.
  return proceed({ ...started.attempt, clientMetadata: undefined }, started)
}
