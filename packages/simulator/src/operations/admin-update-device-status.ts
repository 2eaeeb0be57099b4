import { struct } from '../wire/shape.ts'
import { deviceStatusFields, setDeviceStatus } from './device-status.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminUpdateDeviceStatus: Operation = operation(
  struct({ ...deviceStatusFields, ...userFields }),
  (request, service) => {
    const { user } = findPoolAndUser(service, request)
    setDeviceStatus(user, request, service.clock.now())
    return {}
  },
)
