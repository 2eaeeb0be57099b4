import { adminInitiateAuth } from './admin-initiate-auth.ts'
import { adminRespondToAuthChallenge } from './admin-respond-to-auth-challenge.ts'
import { associateSoftwareToken } from './associate-software-token.ts'
import { getUser } from './get-user.ts'
import { initiateAuth } from './initiate-auth.ts'
import type { Operation } from './operation.ts'
import { respondToAuthChallenge } from './respond-to-auth-challenge.ts'
import { verifySoftwareToken } from './verify-software-token.ts'

/** Every operation that is answered, by its name on the wire. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['AdminInitiateAuth', adminInitiateAuth],
  ['AdminRespondToAuthChallenge', adminRespondToAuthChallenge],
  ['AssociateSoftwareToken', associateSoftwareToken],
  ['GetUser', getUser],
  ['InitiateAuth', initiateAuth],
  ['RespondToAuthChallenge', respondToAuthChallenge],
  ['VerifySoftwareToken', verifySoftwareToken],
])
