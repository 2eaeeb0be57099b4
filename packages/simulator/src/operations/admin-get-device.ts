import { findDevice } from '../pool/devices.ts'
import { deviceKey } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describeDevice } from './describe-device.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminGetDevice: Operation = operation(
  struct({
    DeviceKey: required(deviceKey),
    ...userFields,
  }),
  ({ DeviceKey, ...userKey }, service) => {
    const { pool, user } = findPoolAndUser(service, userKey)
    return { Device: describeDevice(pool, user, findDevice(user, DeviceKey)) }
  },
)
