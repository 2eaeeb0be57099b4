import type { Client, Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'

/** Whom tokens are made for, and for which app client. */
export interface TokenRequest {
  service: Service
  pool: Pool
  client: Client
  user: User
  clientMetadata: Record<string, string> | undefined
}
