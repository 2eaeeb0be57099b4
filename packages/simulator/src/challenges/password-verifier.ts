import { checkLockOut } from '../pool/lock-out.ts'
import { toKey } from '../pool/users.ts'
import type { Attempt } from '../sign-in/attempt.ts'
import { checkSignInProof } from '../sign-in/check-password.ts'
import { afterPassword } from '../sign-in/next-step.ts'
import { unrecognizable } from '../sign-in/run-trigger.ts'
import { fromBase64, randomInteger } from '../srp/bytes.ts'
import {
  findVerifier,
  fromHex,
  pretendVerifier,
  type SrpAccount,
  toIdentity,
} from '../srp/find-verifier.ts'
import { checkClaim, derivePublicValue } from '../srp/handshake.ts'
import { readTimestamp } from '../srp/read-timestamp.ts'
import type { SealedHandshake } from '../srp/secret-blocks.ts'
import { missingParameter } from '../wire/refusal.ts'
import type { Challenge } from './challenge.ts'

/** Given the client's SRP_A. */
export const passwordVerifier: Challenge = {
  async ask(attempt, A) {
    // Only a trigger can order it without.
    if (typeof A !== 'bigint') throw unrecognizable()

    const { service, pool, client, username, admin, flow } = attempt
    const { userId, salt, verifier } = await findAccount(attempt)
    const b = randomInteger(32)
    const B = await derivePublicValue(b, verifier)
    const block = await service.secretBlocks.seal({
      poolId: pool.id,
      clientId: client.id,
      username,
      admin,
      flow,
      A: A.toString(16),
      b: b.toString(16),
      salt: salt.toString(16),
      sealedAt: service.clock.now(),
    })
    const parameters = {
      SALT: salt.toString(16),
      SECRET_BLOCK: block,
      SRP_B: B.toString(16),
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    }
    return flow === 'USER_SRP_AUTH'
      ? { parameters, sessionless: true }
      : { parameters, memory: undefined }
  },
  async check(attempt, { responses }) {
    const { service, user } = attempt
    const claim = readClaim(responses)
    const sealed = await service.secretBlocks.open(claim.block)
    if (sealed && sealed.flow !== 'USER_SRP_AUTH' && attempt.flow === 'USER_SRP_AUTH') {
      throw missingParameter('Session')
    }
    if (user) checkLockOut(user, service.clock.now())
    checkSignInProof(attempt, await isProven(attempt, sealed, claim))
    return afterPassword(attempt, 'PASSWORD_VERIFIER')
  },
}

interface ReadClaim {
  block: string
  signature: string
  timestamp: string
}

function readClaim({
  PASSWORD_CLAIM_SECRET_BLOCK: block,
  PASSWORD_CLAIM_SIGNATURE: signature,
  TIMESTAMP: timestamp,
}: Record<string, string>): ReadClaim {
  if (!block) throw missingParameter('PASSWORD_CLAIM_SECRET_BLOCK')
  if (!signature) throw missingParameter('PASSWORD_CLAIM_SIGNATURE')
  if (!timestamp) throw missingParameter('TIMESTAMP')
  return { block, signature, timestamp }
}

function findAccount({ pool, user, username }: Attempt): Promise<SrpAccount> {
  if (!user) return pretendVerifier(pool, toKey(pool, username))
  return user.password === undefined
    ? pretendVerifier(pool, username).then((account) => ({ ...account, userId: username }))
    : findVerifier(pool, user, user.password)
}

async function isProven(
  attempt: Attempt,
  sealed: SealedHandshake | undefined,
  claim: ReadClaim,
): Promise<boolean> {
  const { service, pool, user } = attempt
  if (!sealed || !belongs(sealed, attempt) || !isTimely(attempt, sealed, claim)) return false
  // Taken before anything is awaited, so that of two answers at once only one counts.
  if (!service.secretBlocks.use(sealed)) return false

  const signature = fromBase64(claim.signature)
  const secretBlock = fromBase64(claim.block)
  if (user?.password === undefined || !signature || !secretBlock) return false
  const { userId, salt, verifier } = await findVerifier(pool, user, user.password)
  // The password may be another one by now, and its salt with it.
  if (salt !== fromHex(sealed.salt)) return false
  return checkClaim(
    toIdentity(pool, userId),
    { A: fromHex(sealed.A), b: fromHex(sealed.b), verifier },
    { signature, secretBlock, timestamp: claim.timestamp },
  )
}

function belongs(sealed: SealedHandshake, { pool, client, user, admin, flow }: Attempt): boolean {
  return (
    sealed.poolId === pool.id &&
    sealed.clientId === client.id &&
    sealed.username === user?.username &&
    sealed.admin === admin &&
    sealed.flow === flow
  )
}

function isTimely(
  { service }: Attempt,
  { sealedAt }: SealedHandshake,
  { timestamp }: ReadClaim,
): boolean {
  const now = service.clock.now()
  const signedAt = readTimestamp(timestamp)
  if (signedAt === undefined || now < sealedAt || now >= sealedAt + freshFor) return false

  // The pool's clock may stand still or have been moved, while the client's goes right.
  return [now, Date.now()].some((time) => {
    // Some clients write the hours of a 12-hour clock.
    return [-halfDay, 0, halfDay].some((off) => {
      return Math.abs(time - signedAt + off) <= service.clockTolerance
    })
  })
}

const freshFor = 30_000
const halfDay = 12 * 3_600_000
