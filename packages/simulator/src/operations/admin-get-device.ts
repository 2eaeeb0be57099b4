import { findDevice } from '../pool/devices.ts'
import { deviceKey, username, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describeDevice } from './describe-device.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminGetDevice: Operation = operation(
  struct({
    DeviceKey: required(deviceKey),
    UserPoolId: required(userPoolId),
    Username: required(username),
  }),
  ({ DeviceKey, UserPoolId, Username }, service) => {
    const pool = findPool(service, UserPoolId)
    const user = findExistingUser(pool, Username)
    return { Device: describeDevice(pool, user, findDevice(user, DeviceKey)) }
  },
)
