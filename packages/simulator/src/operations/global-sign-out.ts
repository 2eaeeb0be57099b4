import { signOutEverywhere } from '../pool/sign-outs.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'

export const globalSignOut: Operation = operation(
  struct({ AccessToken: required(token) }),
  async ({ AccessToken }, service) => {
    const { pool, user } = await readAccessToken(service, AccessToken)
    signOutEverywhere(pool, user)
    return {}
  },
)
