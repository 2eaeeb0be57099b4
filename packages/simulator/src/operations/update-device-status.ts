import { findDevice, rememberDevice } from '../pool/devices.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { deviceKey, rememberedStatus, token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'

export const updateDeviceStatus: Operation = operation(
  struct({
    AccessToken: required(token),
    DeviceKey: required(deviceKey),
    DeviceRememberedStatus: rememberedStatus,
  }),
  async ({ AccessToken, DeviceKey, DeviceRememberedStatus: status }, service) => {
    const { user } = await readAccessToken(service, AccessToken)
    const device = findDevice(user, DeviceKey)
    if (status) rememberDevice(device, status === 'remembered', service.clock.now())
    return {}
  },
)
