import { claimAliases } from '../pool/aliases.ts'
import { checkAttributes, checkMutable, writeAttributes } from '../pool/attributes.ts'
import { indexNames } from '../pool/users.ts'
import { attributes, clientMetadata } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { fromNamesAndValues } from './describe-user.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminUpdateUserAttributes: Operation = operation(
  struct({
    ClientMetadata: clientMetadata,
    UserAttributes: required(attributes),
    ...userFields,
  }),
  ({ UserAttributes, ...userKey }, service) => {
    const { pool, user } = findPoolAndUser(service, userKey)
    const changes = fromNamesAndValues(UserAttributes)
    checkAttributes(pool, changes)
    checkMutable(pool, user, changes)
    const changed = structuredClone(user)
    writeAttributes(changed, changes, service.clock.now())
    claimAliases(pool, user, changed.attributes, { force: false })
    Object.assign(user, changed)
    indexNames(pool, user)
    return {}
  },
)
