import type { Client, Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'

/** The user and app client that tokens are made for. */
export interface TokenRequest {
  service: Service
  pool: Pool
  client: Client
  user: User
  clientMetadata: Record<string, string> | undefined
}
