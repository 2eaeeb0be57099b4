import { forgetDevice as forget } from '../pool/devices.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { deviceKey, token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'

export const forgetDevice: Operation = operation(
  // AccessToken is optional in the service's model, but nothing else identifies the user.
  struct({ AccessToken: required(token), DeviceKey: required(deviceKey) }),
  async ({ AccessToken, DeviceKey }, service) => {
    const { user } = await readAccessToken(service, AccessToken)
    forget(user, DeviceKey)
    return {}
  },
)
