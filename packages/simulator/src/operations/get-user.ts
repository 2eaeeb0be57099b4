import { isReadable } from '../pool/attributes.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { describeMfa, toNamesAndValues } from './describe-user.ts'
import { type Operation, operation } from './operation.ts'

export const getUser: Operation = operation(
  struct({ AccessToken: required(token) }),
  async ({ AccessToken }, service) => {
    const { user, client } = await readAccessToken(service, AccessToken)
    return {
      Username: user.username,
      UserAttributes: toNamesAndValues(user).filter(({ Name }) => isReadable(client, Name)),
      ...describeMfa(user),
    }
  },
)
