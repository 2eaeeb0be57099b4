import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { heldPlainPassword } from '../plain-password.ts'

/** USER_AUTH goes on with the password itself, over TLS. */
export interface PasswordChallenge {
  name: 'PASSWORD'
}

export interface PasswordAnswer {
  password: string
}

export const password: ChallengeProtocol<PasswordChallenge, PasswordAnswer> = {
  name: 'PASSWORD',
  read: () => ({}),
  answerItself: (_, held) => heldPlainPassword(held),
  write: (answer) => ({ PASSWORD: answer.password }),
  password: (answer) => answer.password,
  replays: () => true,
}
