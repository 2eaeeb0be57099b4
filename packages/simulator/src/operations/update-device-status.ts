import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { deviceStatusFields, setDeviceStatus } from './device-status.ts'
import { type Operation, operation } from './operation.ts'

export const updateDeviceStatus: Operation = operation(
  struct({ AccessToken: required(token), ...deviceStatusFields }),
  async (request, service) => {
    const { user } = await readAccessToken(service, request.AccessToken)
    setDeviceStatus(user, request, service.clock.now())
    return {}
  },
)
