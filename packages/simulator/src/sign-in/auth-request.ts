import type { Client, Pool } from '../pool/pool.ts'
import type { Service } from '../service.ts'

/** The common part of all sign-in requests, with the pool and app client looked up. */
export interface AuthRequest {
  readonly service: Service
  readonly pool: Pool
  readonly client: Client
  /** Whether the operation is AdminInitiateAuth or AdminRespondToAuthChallenge. */
  readonly admin: boolean
  readonly session: string | undefined
  /** ClientMetadata. */
  readonly clientMetadata: Record<string, string> | undefined
}

/** InitiateAuth or AdminInitiateAuth. */
export interface InitiateAuthRequest extends AuthRequest {
  readonly flow: string
  readonly parameters: Record<string, string>
}

/** RespondToAuthChallenge or AdminRespondToAuthChallenge. */
export interface ChallengeAnswer extends AuthRequest {
  readonly challengeName: string
  readonly responses: Record<string, string>
}
