import type { Client, Pool } from '../pool/pool.ts'
import type { Service } from '../service.ts'

/** What all requests of a sign-in have in common, once its pool and app client are found. */
export interface AuthRequest {
  readonly service: Service
  readonly pool: Pool
  readonly client: Client
  /** Whether it came by the `Admin…` operation. */
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
