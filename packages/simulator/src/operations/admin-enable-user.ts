import { struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminEnableUser: Operation = operation(struct(userFields), (request, service) => {
  const { user } = findPoolAndUser(service, request)
  user.enabled = true
  user.modifiedAt = service.clock.now()
  return {}
})
