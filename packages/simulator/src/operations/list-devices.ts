import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { devicePageFields, pageDevices } from './device-page.ts'
import { type Operation, operation } from './operation.ts'

export const listDevices: Operation = operation(
  struct({ ...devicePageFields, AccessToken: required(token) }),
  async (request, service) => {
    const { pool, user } = await readAccessToken(service, request.AccessToken)
    return pageDevices(pool, user, request)
  },
)
