import { expect, test } from 'vitest'
import { AuthError } from '../protocol/auth-error.ts'
import { associateSoftwareToken } from './associate-software-token.ts'

test.each(['', 'short', '1234567', 'not base32 !!!!!!!!', 5, null])(
  'the secret code %j is a bad answer',
  (SecretCode) => {
    expect(() => associateSoftwareToken.read({ SecretCode })).toThrow(
      new AuthError('bad-answer', { sent: 'yes' }),
    )
  },
)
