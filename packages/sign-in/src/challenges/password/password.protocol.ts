import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { plainPasswordOf } from '../plain-password.ts'

/** Asks for the password itself, over TLS. See `docs/cognito.md#password`. */
export interface PasswordChallenge {
  name: 'PASSWORD'
}

export interface PasswordAnswer {
  password: string
}

export const password: ChallengeProtocol<PasswordChallenge, PasswordAnswer> = {
  name: 'PASSWORD',
  read: () => ({}),
  answerItself: (_, context) => plainPasswordOf(context),
  write: (answer) => ({ PASSWORD: answer.password }),
  password: (answer) => answer.password,
  replays: () => true,
}
