import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { plainPasswordOf } from '../plain-password.ts'

/**
 * Asks for the password itself, so it needs `plainPassword: true`. Only a server of the app can pass it on.
 * See `docs/cognito.md#admin-no-srp-auth`.
 */
export interface AdminNoSrpAuthChallenge {
  name: 'ADMIN_NO_SRP_AUTH'
}

export interface AdminNoSrpAuthAnswer {
  password: string
}

export const adminNoSrpAuth: ChallengeProtocol<AdminNoSrpAuthChallenge, AdminNoSrpAuthAnswer> = {
  name: 'ADMIN_NO_SRP_AUTH',
  read: () => ({}),
  answerItself: (_, context) => plainPasswordOf(context),
  write: ({ password }) => ({ PASSWORD: password }),
  password: ({ password }) => password,
  replays: () => true,
}
