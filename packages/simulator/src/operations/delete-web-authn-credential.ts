import { readAccessToken } from '../sign-in/read-access-token.ts'
import { token } from '../wire/fields.ts'
import { ServiceException } from '../wire/service-exception.ts'
import { required, struct, text } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'

export const deleteWebAuthnCredential: Operation = operation(
  struct({ AccessToken: required(token), CredentialId: required(text({ max: 131_072 })) }),
  async ({ AccessToken, CredentialId }, service) => {
    const { user } = await readAccessToken(service, AccessToken)
    const remaining = user.passkeys.filter(({ id }) => id !== CredentialId)
    if (remaining.length === user.passkeys.length) {
      throw new ServiceException('ResourceNotFoundException', 'Credential does not exist.')
    }
    user.passkeys = remaining
    return {}
  },
)
