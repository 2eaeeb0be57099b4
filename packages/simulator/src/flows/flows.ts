import { adminUserPasswordAuth } from './admin-user-password-auth.ts'
import { customAuth } from './custom-auth.ts'
import type { Flow } from './flow.ts'
import { refreshTokenAuth } from './refresh-token-auth.ts'
import { userAuth } from './user-auth.ts'
import { userPasswordAuth } from './user-password-auth.ts'
import { userSrpAuth } from './user-srp-auth.ts'

/** The AuthFlows by name. */
export const flows: ReadonlyMap<string, Flow> = new Map([
  ['ADMIN_NO_SRP_AUTH', adminUserPasswordAuth],
  ['ADMIN_USER_PASSWORD_AUTH', adminUserPasswordAuth],
  ['CUSTOM_AUTH', customAuth],
  ['REFRESH_TOKEN', refreshTokenAuth],
  ['REFRESH_TOKEN_AUTH', refreshTokenAuth],
  ['USER_AUTH', userAuth],
  ['USER_PASSWORD_AUTH', userPasswordAuth],
  ['USER_SRP_AUTH', userSrpAuth],
])
