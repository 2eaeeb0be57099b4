import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow } from './flow.ts'
import { readSrpA } from './read-srp-a.ts'

export const userSrpAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  // The older flow names, without ALLOW_, always permit SRP.
  permittedBy: ['ALLOW_USER_SRP_AUTH', 'ADMIN_NO_SRP_AUTH', 'USER_PASSWORD_AUTH'],
  async start(request) {
    const A = readSrpA(request.parameters)
    const attempt = await findSignInUser(request)
    return { attempt, step: { ask: 'PASSWORD_VERIFIER', input: A }, patch: {} }
  },
}
