import { signOutEverywhere } from '../pool/sign-outs.ts'
import { struct } from '../wire/shape.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminUserGlobalSignOut: Operation = operation(
  struct(userFields),
  (request, service) => {
    const { pool, user } = findPoolAndUser(service, request)
    signOutEverywhere(pool, user)
    return {}
  },
)
