import { findDevice, rememberDevice } from '../pool/devices.ts'
import { deviceKey, rememberedStatus, username, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminUpdateDeviceStatus: Operation = operation(
  struct({
    DeviceKey: required(deviceKey),
    DeviceRememberedStatus: rememberedStatus,
    UserPoolId: required(userPoolId),
    Username: required(username),
  }),
  ({ DeviceKey, DeviceRememberedStatus: status, UserPoolId, Username }, service) => {
    const user = findExistingUser(findPool(service, UserPoolId), Username)
    const device = findDevice(user, DeviceKey)
    if (status) rememberDevice(device, status === 'remembered', service.clock.now())
    return {}
  },
)
