import { deviceNotFound } from '../pool/devices.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { deviceKey, token } from '../wire/fields.ts'
import { ServiceException } from '../wire/service-exception.ts'
import { required, struct, text } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { readDeviceVerifier } from './read-device-verifier.ts'

export const confirmDevice: Operation = operation(
  struct({
    AccessToken: required(token),
    DeviceKey: required(deviceKey),
    DeviceName: text({ min: 1, max: 1024 }),
    DeviceSecretVerifierConfig: struct({
      PasswordVerifier: text({ max: 131_072 }),
      Salt: text({ max: 131_072 }),
    }),
  }),
  async ({ AccessToken, DeviceKey, DeviceName, DeviceSecretVerifierConfig }, service) => {
    const { pool, user } = await readAccessToken(service, AccessToken)
    const device = user.devices.find(({ key }) => key === DeviceKey)
    if (!device) throw deviceNotFound()
    if (device.srp) throw new ServiceException('DeviceKeyExistsException', 'Device already exists.')

    const optIn = pool.devices?.optIn === true
    device.srp = readDeviceVerifier(DeviceSecretVerifierConfig)
    device.name = DeviceName
    device.remembered = !optIn
    device.modifiedAt = service.clock.now()
    return { UserConfirmationNecessary: optIn }
  },
)
