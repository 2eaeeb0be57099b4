import { struct } from '../wire/shape.ts'
import { devicePageFields, pageDevices } from './device-page.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminListDevices: Operation = operation(
  struct({ ...devicePageFields, ...userFields }),
  (request, service) => {
    const { pool, user } = findPoolAndUser(service, request)
    return pageDevices(pool, user, request)
  },
)
