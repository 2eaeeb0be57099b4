import { checkLockOut } from '../pool/lock-out.ts'
import { findUser, toKey } from '../pool/users.ts'
import { checkSignInProof } from '../sign-in/check-password.ts'
import { checkProof, readProof, type SecretOwner, type SrpProof } from '../sign-in/check-proof.ts'
import { lockOutSubject } from '../sign-in/lock-out-subject.ts'
import type { SignInAttempt } from '../sign-in/sign-in-attempt.ts'
import { startHandshake } from '../sign-in/start-handshake.ts'
import { stepAfterPassword } from '../sign-in/step-after-challenge.ts'
import { fakeVerifier, findVerifier, type SrpAccount, toIdentity } from '../srp/find-verifier.ts'
import type { Challenge } from './challenge.ts'

/** The input is the client's SRP_A. */
export const passwordVerifier: Challenge = {
  async ask(attempt, A) {
    const account = await findAccount(attempt)
    const parameters = {
      ...(await startHandshake(attempt, A, account)),
      USERNAME: account.userId,
      USER_ID_FOR_SRP: account.userId,
    }
    return attempt.flow === 'USER_SRP_AUTH'
      ? { parameters, sessionless: true }
      : { parameters, state: undefined }
  },
  async check(attempt, { responses }) {
    const proof = await readProof(attempt, responses)
    const typedAttempt = { ...attempt, username: findTypedName(attempt, proof) }
    checkLockOut(lockOutSubject(typedAttempt), attempt.service.clock.now())
    checkSignInProof(typedAttempt, await checkProof(attempt, proof, toSecretOwner(attempt)))
    return stepAfterPassword(attempt, 'PASSWORD_VERIFIER')
  },
}

/** For an unknown user clients answer with the made-up name. The typed one is in SECRET_BLOCK. */
function findTypedName({ pool, username }: SignInAttempt, { sealed }: SrpProof): string {
  if (sealed?.poolId !== pool.id || findUser(pool, sealed.username)) return username
  return sealed.username
}

function findAccount({ pool, user, username }: SignInAttempt): Promise<SrpAccount> {
  if (!user) return fakeVerifier(pool, toKey(pool, username))
  return user.password === undefined
    ? fakeVerifier(pool, username).then((account) => ({ ...account, userId: username }))
    : findVerifier(pool, user, user.password)
}

function toSecretOwner({ pool, user }: SignInAttempt): SecretOwner {
  return {
    async find() {
      if (user?.password === undefined) return undefined
      const { userId, ...account } = await findVerifier(pool, user, user.password)
      return { ...account, identity: toIdentity(pool, userId) }
    },
  }
}
