import { initiate } from '../sign-in/initiate.ts'
import { struct } from '../wire/shape.ts'
import { adminAuthFields, readAdminAuth } from './auth-side.ts'
import { initiateAuthFields, readInitiateAuth } from './initiate-auth-fields.ts'
import { type Operation, operation } from './operation.ts'

export const adminInitiateAuth: Operation = operation(
  struct({ ...initiateAuthFields, ...adminAuthFields }),
  (request, service) => initiate(readInitiateAuth(readAdminAuth(service, request), request)),
)
