import { listConfiguredFactors } from '../sign-in/first-factors.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describeMfa } from './describe-user.ts'
import { type Operation, operation } from './operation.ts'

export const getUserAuthFactors: Operation = operation(
  struct({ AccessToken: required(token) }),
  async ({ AccessToken }, service) => {
    const { pool, user } = await readAccessToken(service, AccessToken)
    return {
      Username: user.username,
      ...describeMfa(user),
      ConfiguredUserAuthFactors: [
        ...listConfiguredFactors(pool, user),
        ...(user.totp ? ['SOFTWARE_TOKEN'] : []),
      ],
    }
  },
)
