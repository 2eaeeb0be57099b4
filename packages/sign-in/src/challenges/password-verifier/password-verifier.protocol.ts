import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import {
  claimWith,
  type Handshake,
  type PasswordClaim,
  readHandshake,
  writeClaim,
} from '../password-claim.ts'
import { required } from '../required.ts'

/**
 * Asks for a proof of the password. The kit answers by itself and sends no password. See
 * `docs/cognito.md#password-verifier`.
 */
interface PasswordVerifierChallenge extends Handshake {
  name: 'PASSWORD_VERIFIER'
  /** USER_ID_FOR_SRP. The proof uses it, not the name that the user typed. */
  userId: string
}

type PasswordVerifier = ChallengeProtocol<PasswordVerifierChallenge, PasswordClaim> & {
  automatic: true
}

export const passwordVerifier: PasswordVerifier = {
  name: 'PASSWORD_VERIFIER',
  automatic: true,
  // The secret block replaces the Session in USER_SRP_AUTH (`docs/cognito.md#secret-block`).
  sessionless: true,
  timestamped: true,
  read: ({ ChallengeParameters }) => ({
    ...readHandshake(ChallengeParameters),
    userId: required(ChallengeParameters, 'USER_ID_FOR_SRP'),
  }),
  answerItself({ userId, ...handshake }, context) {
    const { poolName: group, password: secret } = context
    return claimWith(handshake, { group, identity: userId, secret }, context)
  },
  write: writeClaim,
}
