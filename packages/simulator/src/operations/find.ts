import type { Client, Pool, User } from '../pool/pool.ts'
import { findUser } from '../pool/users.ts'
import type { Service } from '../service.ts'
import { ServiceException } from '../wire/service-exception.ts'

export function findPool({ pools }: Service, id: string): Pool {
  const pool = pools.get(id)
  if (!pool) throw notFound(`User pool ${id} does not exist.`)
  return pool
}

export function findClient(pool: Pool, id: string): Client {
  const client = pool.clients.get(id)
  if (!client) throw notFound(`User pool client ${id} does not exist.`)
  return client
}

/** Finds the pool by its app client, since public requests carry only the ClientId. */
export function findPoolOfClient({ pools }: Service, id: string): { pool: Pool; client: Client } {
  for (const pool of pools.values()) {
    const client = pool.clients.get(id)
    if (client) return { pool, client }
  }
  throw notFound(`User pool client ${id} does not exist.`)
}

/** For admin operations, which do not hide that a user does not exist. */
export function findExistingUser(pool: Pool, name: string): User {
  const user = findUser(pool, name)
  if (!user) throw new ServiceException('UserNotFoundException', 'User does not exist.')
  return user
}

export function checkGroup({ groups }: Pool, name: string): void {
  if (!groups.has(name)) throw notFound('Group not found.')
}

function notFound(message: string): ServiceException {
  return new ServiceException('ResourceNotFoundException', message)
}
