import { forgetDevice } from '../pool/devices.ts'
import { deviceKey } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminForgetDevice: Operation = operation(
  struct({
    DeviceKey: required(deviceKey),
    ...userFields,
  }),
  ({ DeviceKey, ...userKey }, service) => {
    const { user } = findPoolAndUser(service, userKey)
    forgetDevice(user, DeviceKey)
    return {}
  },
)
