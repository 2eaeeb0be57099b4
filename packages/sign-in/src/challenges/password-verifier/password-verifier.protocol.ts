import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import {
  claimWith,
  type Handshake,
  type PasswordClaim,
  readHandshake,
  writeClaim,
} from '../password-claim.ts'
import { required } from '../required.ts'

/** Cognito asks for a proof that the password is known. No user is asked, and no password is sent. */
interface PasswordVerifierChallenge extends Handshake {
  name: 'PASSWORD_VERIFIER'
  userId: string
}

type PasswordVerifier = ChallengeProtocol<PasswordVerifierChallenge, PasswordClaim> & {
  automatic: true
}

export const passwordVerifier: PasswordVerifier = {
  name: 'PASSWORD_VERIFIER',
  automatic: true,
  // What a Session would hold is inside the secret block.
  sessionless: true,
  timestamped: true,
  read: ({ ChallengeParameters }) => ({
    ...readHandshake(ChallengeParameters),
    userId: required(ChallengeParameters, 'USER_ID_FOR_SRP'),
  }),
  answerItself({ userId, ...handshake }, held) {
    const { poolName: group, password: secret } = held
    return claimWith(handshake, { group, identity: userId, secret }, held)
  },
  write: writeClaim,
}
