import { checkSignInPassword } from '../sign-in/check-password.ts'
import { stepAfterPassword } from '../sign-in/step-after-challenge.ts'
import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow } from './flow.ts'
import { migrateUser } from './migrate-user.ts'

export const adminUserPasswordAuth: Flow = {
  initiatedBy: ['admin'],
  permittedBy: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  async start(request) {
    const { PASSWORD: password } = request.parameters
    if (!password) {
      const attempt = await findSignInUser(request)
      return { attempt, step: { ask: 'ADMIN_NO_SRP_AUTH' }, patch: {} }
    }
    const attempt = await findSignInUser(request, (name) => migrateUser(request, name, password))
    checkSignInPassword(attempt, password)
    return { attempt, ...(await stepAfterPassword(attempt, 'PASSWORD')) }
  },
}
