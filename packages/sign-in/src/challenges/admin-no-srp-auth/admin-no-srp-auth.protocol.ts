import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { heldPlainPassword } from '../plain-password.ts'

/**
 * A server of the app's own began without a password and passes the question on. To the page it is
 * one more way to be asked for the password itself, so it needs the same permission.
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
  answerItself: (_, held) => heldPlainPassword(held),
  write: ({ password }) => ({ PASSWORD: password }),
  password: ({ password }) => password,
  replays: () => true,
}
