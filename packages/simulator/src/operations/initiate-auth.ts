import { initiate } from '../sign-in/initiate.ts'
import { struct } from '../wire/shape.ts'
import { publicAuthFields, readPublicAuth } from './auth-side.ts'
import { initiateAuthFields, readInitiateAuth } from './initiate-auth-fields.ts'
import { type Operation, operation } from './operation.ts'

export const initiateAuth: Operation = operation(
  struct({ ...initiateAuthFields, ...publicAuthFields }),
  (request, service) => initiate(readInitiateAuth(readPublicAuth(service, request), request)),
)
