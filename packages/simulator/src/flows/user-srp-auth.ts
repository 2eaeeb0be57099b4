import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow } from './flow.ts'
import { readSrpA } from './read-srp-a.ts'

export const userSrpAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  // The flow names without a prefix are older than the choice and come with it.
  permittedBy: ['ALLOW_USER_SRP_AUTH', 'ADMIN_NO_SRP_AUTH', 'USER_PASSWORD_AUTH'],
  async start(request) {
    const A = readSrpA(request.parameters)
    const attempt = await findSignInUser(request)
    return { attempt, step: { ask: 'PASSWORD_VERIFIER', input: A }, patch: {} }
  },
}
