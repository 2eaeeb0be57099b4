import { signOutEverywhere } from '../pool/sign-outs.ts'
import { struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminDisableUser: Operation = operation(struct(userFields), (request, service) => {
  const { pool, user } = findPoolAndUser(service, request)
  user.enabled = false
  user.modifiedAt = service.clock.now()
  signOutEverywhere(pool, user)
  return {}
})
