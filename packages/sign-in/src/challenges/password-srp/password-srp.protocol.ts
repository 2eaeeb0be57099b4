import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'

/** USER_AUTH goes on with a proof of the password: PASSWORD_VERIFIER follows. */
export interface PasswordSrpChallenge {
  name: 'PASSWORD_SRP'
}

export interface PasswordSrpAnswer {
  password: string
  /** SRP_A: the loop adds it. */
  publicKey?: string
}

export const passwordSrp: ChallengeProtocol<PasswordSrpChallenge, PasswordSrpAnswer> = {
  name: 'PASSWORD_SRP',
  read: () => ({}),
  answerItself: (_, { password }) => (password ? { password } : undefined),
  async complete(answer, _, { srp }) {
    const { publicKey } = await srp()
    return { ...answer, publicKey }
  },
  write: ({ publicKey = '' }) => ({ SRP_A: publicKey }),
  password: ({ password }) => password,
  replays: true,
}
