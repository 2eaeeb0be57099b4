import { checkSignInPassword } from '../sign-in/check-password.ts'
import { stepAfterPassword } from '../sign-in/step-after-challenge.ts'
import { missingParameter } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

/** Asks for the password if AdminInitiateAuth came without one. */
export const adminNoSrpAuth: Challenge = {
  ask({ username }) {
    return { parameters: { USERNAME: username, USER_ID_FOR_SRP: username }, state: undefined }
  },
  check(attempt, { responses: { PASSWORD: password } }) {
    if (!password) throw missingParameter('PASSWORD')
    checkSignInPassword(attempt, password)
    return stepAfterPassword(attempt, 'ADMIN_NO_SRP_AUTH')
  },
}
