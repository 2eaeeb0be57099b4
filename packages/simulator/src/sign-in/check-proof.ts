import { fromBase64 } from '../srp/bytes.ts'
import { fromHex } from '../srp/find-verifier.ts'
import { checkClaim, type Identity } from '../srp/handshake.ts'
import { readTimestamp } from '../srp/read-timestamp.ts'
import type { SealedHandshake } from '../srp/secret-blocks.ts'
import { missingParameter } from '../wire/service-exception.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

export interface SrpProof {
  block: string
  signature: string
  timestamp: string
  /** Undefined if this simulator did not seal the block. */
  sealed: SealedHandshake | undefined
}

/** The user or device whose secret is proven. `find` gives undefined if there is no secret. */
export interface SecretOwner {
  deviceKey?: string
  find: () => Promise<{ identity: Identity; salt: bigint; verifier: bigint } | undefined>
}

export async function readProof(
  { service, flow }: SignInAttempt,
  {
    PASSWORD_CLAIM_SECRET_BLOCK: block,
    PASSWORD_CLAIM_SIGNATURE: signature,
    TIMESTAMP: timestamp,
  }: Record<string, string>,
): Promise<SrpProof> {
  if (!block) throw missingParameter('PASSWORD_CLAIM_SECRET_BLOCK')
  if (!signature) throw missingParameter('PASSWORD_CLAIM_SIGNATURE')
  if (!timestamp) throw missingParameter('TIMESTAMP')
  const sealed = await service.secretBlocks.open(block)
  if (flow === 'USER_SRP_AUTH' && sealed && sealed.flow !== flow) throw missingParameter('Session')
  return { block, signature, timestamp, sealed }
}

/** Whether the proof is right, belongs to this attempt, is recent and was not used before. */
export async function checkProof(
  attempt: SignInAttempt,
  { sealed, block, signature, timestamp }: SrpProof,
  { deviceKey, find }: SecretOwner,
): Promise<boolean> {
  if (!sealed || !isForAttempt(sealed, attempt) || sealed.deviceKey !== deviceKey) return false
  if (!isTimely(attempt, sealed, timestamp)) return false
  // Marked before the first await, so that of two concurrent answers only one counts.
  if (!attempt.service.secretBlocks.markUsed(sealed)) return false

  const secret = await find()
  const signatureBytes = fromBase64(signature)
  const secretBlock = fromBase64(block)
  if (!secret || !signatureBytes || !secretBlock) return false
  // The secret, and its salt, may have changed in the meantime.
  if (secret.salt !== fromHex(sealed.salt)) return false
  return checkClaim(
    secret.identity,
    {
      A: fromHex(sealed.A),
      b: fromHex(sealed.b),
      scrambler: fromHex(sealed.scrambler),
      verifier: secret.verifier,
    },
    { signature: signatureBytes, secretBlock, timestamp },
  )
}

function isForAttempt(
  sealed: SealedHandshake,
  { pool, client, user, admin, flow }: SignInAttempt,
): boolean {
  return (
    sealed.poolId === pool.id &&
    sealed.clientId === client.id &&
    sealed.username === user?.username &&
    sealed.admin === admin &&
    sealed.flow === flow
  )
}

function isTimely(
  { service }: SignInAttempt,
  { sealedAt }: SealedHandshake,
  timestamp: string,
): boolean {
  const now = service.clock.now()
  const signedAt = readTimestamp(timestamp)
  if (signedAt === undefined || now < sealedAt || now >= sealedAt + maxAgeMs) return false

  // A test may stop or move the simulator's clock while the client uses the real time.
  return [now, Date.now()].some((time) => {
    // Some clients write the hour in 12-hour format.
    return [-halfDayMs, 0, halfDayMs].some((offset) => {
      return Math.abs(time - signedAt + offset) <= service.clockToleranceMs
    })
  })
}

const maxAgeMs = 30_000
const halfDayMs = 12 * 3_600_000
