import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { devicePageSettings, pageDevices } from './device-page.ts'
import { type Operation, operation } from './operation.ts'

export const listDevices: Operation = operation(
  struct({ ...devicePageSettings, AccessToken: required(token) }),
  async ({ AccessToken, ...settings }, service) => {
    const { pool, user } = await readAccessToken(service, AccessToken)
    return pageDevices(pool, user, settings)
  },
)
