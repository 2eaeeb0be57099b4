import type { Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'
import { username, userPoolId } from '../wire/fields.ts'
import { required, type Shape } from '../wire/shape.ts'
import { findExistingUser, findPool } from './find.ts'

/** The members by which an admin operation names a user. */
export interface UserFields {
  UserPoolId: string
  Username: string
}

export const userFields: { [Name in keyof UserFields]: Shape<UserFields[Name]> } = {
  UserPoolId: required(userPoolId),
  Username: required(username),
}

/** Throws if there is no such pool or user: nothing is hidden from administrators. */
export function findPoolAndUser(
  service: Service,
  { UserPoolId, Username }: UserFields,
): { pool: Pool; user: User } {
  const pool = findPool(service, UserPoolId)
  return { pool, user: findExistingUser(pool, Username) }
}
