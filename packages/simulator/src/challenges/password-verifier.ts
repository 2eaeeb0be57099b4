import { checkLockOut } from '../pool/lock-out.ts'
import { findUser, toKey } from '../pool/users.ts'
import { type Attempt, whoTries } from '../sign-in/attempt.ts'
import { checkSignInProof } from '../sign-in/check-password.ts'
import { checkProof, type Proof, type Prover, readProof } from '../sign-in/check-proof.ts'
import { afterPassword } from '../sign-in/next-step.ts'
import { openHandshake } from '../sign-in/open-handshake.ts'
import { findVerifier, pretendVerifier, type SrpAccount, toIdentity } from '../srp/find-verifier.ts'
import type { Challenge } from './challenge.ts'

/** Given the client's SRP_A. */
export const passwordVerifier: Challenge = {
  async ask(attempt, A) {
    const account = await findAccount(attempt)
    const parameters = {
      ...(await openHandshake(attempt, A, account)),
      USERNAME: account.userId,
      USER_ID_FOR_SRP: account.userId,
    }
    return attempt.flow === 'USER_SRP_AUTH'
      ? { parameters, sessionless: true }
      : { parameters, memory: undefined }
  },
  async check(attempt, { responses }) {
    const proof = await readProof(attempt, responses)
    const tried = { ...attempt, username: findTypedName(attempt, proof) }
    checkLockOut(whoTries(tried), attempt.service.clock.now())
    checkSignInProof(tried, await checkProof(attempt, proof, toProver(attempt)))
    return afterPassword(attempt, 'PASSWORD_VERIFIER')
  },
}

/** Clients answer by the name that was made up for an unknown one. */
function findTypedName({ pool, username }: Attempt, { sealed }: Proof): string {
  if (sealed?.poolId !== pool.id || findUser(pool, sealed.username)) return username
  return sealed.username
}

function findAccount({ pool, user, username }: Attempt): Promise<SrpAccount> {
  if (!user) return pretendVerifier(pool, toKey(pool, username))
  return user.password === undefined
    ? pretendVerifier(pool, username).then((account) => ({ ...account, userId: username }))
    : findVerifier(pool, user, user.password)
}

function toProver({ pool, user }: Attempt): Prover {
  return {
    async find() {
      if (user?.password === undefined) return undefined
      const { userId, ...account } = await findVerifier(pool, user, user.password)
      return { ...account, identity: toIdentity(pool, userId) }
    },
  }
}
