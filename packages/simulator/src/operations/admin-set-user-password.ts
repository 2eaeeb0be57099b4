import { checkPassword, setPassword } from '../pool/passwords.ts'
import { password } from '../wire/fields.ts'
import { flag, required, struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminSetUserPassword: Operation = operation(
  struct({
    Password: required(password),
    Permanent: flag(),
    ...userFields,
  }),
  ({ Password, Permanent = false, ...userKey }, service) => {
    const { pool, user } = findPoolAndUser(service, userKey)
    checkPassword(pool, user, Password)
    setPassword(user, Password, service.clock.now())
    user.status = Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD'
    return {}
  },
)
