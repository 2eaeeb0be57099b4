import { flows } from '../flows/flows.ts'
import type { Client, Pool } from '../pool/pool.ts'
import type { Service } from '../service.ts'
import { invalidParameter } from '../wire/refusal.ts'
import type { AuthResponse } from './attempt.ts'
import { proceed } from './proceed.ts'

export interface Initiation {
  service: Service
  pool: Pool
  client: Client
  admin: boolean
  flow: string
  parameters: Record<string, string>
  session: string | undefined
  metadata: Record<string, string> | undefined
}

/** InitiateAuth and its admin twin. */
export async function initiate(initiation: Initiation): Promise<AuthResponse> {
  const { client, admin } = initiation
  const flow = flows.get(initiation.flow)
  if (flow && !flow.initiatedBy.includes(admin ? 'admin' : 'public')) {
    throw invalidParameter('Initiate Auth method not supported.')
  }
  if (!flow?.permittedBy.some((name) => client.explicitAuthFlows.includes(name))) {
    const flowName = initiation.flow.startsWith('ADMIN_') ? 'Auth' : initiation.flow
    throw invalidParameter(`${flowName} flow not enabled for this client`)
  }
  const started = await flow.start(initiation)
  if ('result' in started) {
    return { ChallengeParameters: {}, AuthenticationResult: started.result }
  }
  // ClientMetadata of the first call reaches the triggers before the sign-in, and none in it.
  return proceed({ ...started.attempt, metadata: undefined }, started.step)
}
