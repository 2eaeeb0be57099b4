import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'

/** Asks for a proof of the password. PASSWORD_VERIFIER follows. See `docs/cognito.md#password`. */
export interface PasswordSrpChallenge {
  name: 'PASSWORD_SRP'
}

export interface PasswordSrpAnswer {
  password: string
}

export const passwordSrp: ChallengeProtocol<PasswordSrpChallenge, PasswordSrpAnswer> = {
  name: 'PASSWORD_SRP',
  read: () => ({}),
  answerItself: (_, { password }) => (password ? { password } : undefined),
  submit: async (_, { respond, context: { srp } }) => respond({ SRP_A: (await srp()).publicKey }),
  password: ({ password }) => password,
  replays: () => true,
}
