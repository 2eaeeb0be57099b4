import { struct } from '../wire/shape.ts'
import { describeMfa, describeUser, toNamesAndValues } from './describe-user.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminGetUser: Operation = operation(struct(userFields), (request, service) => {
  const { user } = findPoolAndUser(service, request)
  return {
    ...describeUser(user),
    ...describeMfa(user),
    UserAttributes: toNamesAndValues(user),
  }
})
