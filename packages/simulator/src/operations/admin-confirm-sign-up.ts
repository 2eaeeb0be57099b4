import { notAuthorized } from '../wire/service-exception.ts'
import { struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminConfirmSignUp: Operation = operation(struct(userFields), (request, service) => {
  const { user } = findPoolAndUser(service, request)
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
  }
  user.status = 'CONFIRMED'
  user.modifiedAt = service.clock.now()
  return {}
})
