import { forgetDevice } from '../pool/devices.ts'
import { deviceKey, username, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminForgetDevice: Operation = operation(
  struct({
    DeviceKey: required(deviceKey),
    UserPoolId: required(userPoolId),
    Username: required(username),
  }),
  ({ DeviceKey, UserPoolId, Username }, service) => {
    forgetDevice(findExistingUser(findPool(service, UserPoolId), Username), DeviceKey)
    return {}
  },
)
