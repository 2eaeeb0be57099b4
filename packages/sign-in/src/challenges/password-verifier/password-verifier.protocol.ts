import { AuthError } from '../../protocol/auth-error.ts'
import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import type { ChallengeParameters } from '../../protocol/wire.ts'
import { timestampAt } from './timestamp.ts'

/** Cognito asks for a proof that the password is known. No user is asked, and no password is sent. */
interface PasswordVerifierChallenge {
  name: 'PASSWORD_VERIFIER'
  /** SRP_B and SALT: hexadecimal. */
  serverKey: string
  salt: string
  /** Base64, and nobody's business but Cognito's. */
  secretBlock: string
  userId: string
}

interface PasswordVerifierAnswer {
  signature: string
  secretBlock: string
  timestamp: string
}

type PasswordVerifier = ChallengeProtocol<PasswordVerifierChallenge, PasswordVerifierAnswer> & {
  silent: true
}

export const passwordVerifier: PasswordVerifier = {
  name: 'PASSWORD_VERIFIER',
  silent: true,
  // What a Session would hold is inside the secret block.
  sessionless: true,
  timed: true,
  read: ({ ChallengeParameters }) => ({
    serverKey: required(ChallengeParameters, 'SRP_B'),
    salt: required(ChallengeParameters, 'SALT'),
    secretBlock: required(ChallengeParameters, 'SECRET_BLOCK'),
    userId: required(ChallengeParameters, 'USER_ID_FOR_SRP'),
  }),
  async answerItself({ serverKey, salt, secretBlock, userId }, { srp, poolName, password, now }) {
    const timestamp = timestampAt(now())
    const { prove } = await srp()
    const signature = await prove({
      serverKey,
      salt,
      secretBlock,
      group: poolName,
      identity: userId,
      secret: password,
      timestamp,
    })
    return { signature, secretBlock, timestamp }
  },
  write: ({ signature, secretBlock, timestamp }) => ({
    PASSWORD_CLAIM_SIGNATURE: signature,
    PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
    TIMESTAMP: timestamp,
  }),
}

function required(parameters: ChallengeParameters, name: string): string {
  const value = parameters[name]
  if (value) return value
  throw new AuthError('bad-answer', { sent: 'yes' })
}
