import { checkSignInPassword } from '../sign-in/check-password.ts'
import { stepAfterPassword } from '../sign-in/step-after-challenge.ts'
import { missingParameter } from '../wire/service-exception.ts'
import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow } from './flow.ts'
import { migrateUser } from './migrate-user.ts'

export const userPasswordAuth: Flow = {
  initiatedBy: ['public'],
  permittedBy: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  async start(request) {
    const { PASSWORD: password } = request.parameters
    if (!password) throw missingParameter('PASSWORD')

    const attempt = await findSignInUser(request, (name) => migrateUser(request, name, password))
    checkSignInPassword(attempt, password)
    return { attempt, ...(await stepAfterPassword(attempt, 'PASSWORD')) }
  },
}
