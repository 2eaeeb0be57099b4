import { checkPassword, setPassword } from '../pool/passwords.ts'
import { password, username, userPoolId } from '../wire/fields.ts'
import { flag, required, struct } from '../wire/shape.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminSetUserPassword: Operation = operation(
  struct({
    Password: required(password),
    Permanent: flag(),
    UserPoolId: required(userPoolId),
    Username: required(username),
  }),
  ({ Password, Permanent = false, UserPoolId, Username }, service) => {
    const pool = findPool(service, UserPoolId)
    const user = findExistingUser(pool, Username)
    checkPassword(pool, user, Password)
    setPassword(user, Password, service.clock.now())
    user.status = Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD'
    return {}
  },
)
