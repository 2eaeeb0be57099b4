import { signOutEverywhere } from '../pool/sign-outs.ts'
import { removeUser } from '../pool/users.ts'
import { struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminDeleteUser: Operation = operation(struct(userFields), (request, service) => {
  const { pool, user } = findPoolAndUser(service, request)
  signOutEverywhere(pool, user)
  removeUser(pool, user)
  service.authenticatorChanged()
  return {}
})
