import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { SrpClaim } from '../protocol/srp.ts'
import type { ChallengeParameters, ChallengeResponses } from '../protocol/wire.ts'
import { required } from './required.ts'
import { timestampAt } from './timestamp.ts'

/** What the service sends for a proof. See `docs/cognito.md#password-verifier`. */
export interface Handshake {
  /** SRP_B: hexadecimal. */
  serverKey: string
  /** SALT: hexadecimal. */
  salt: string
  /** SECRET_BLOCK: base64. Sent back unchanged. See `docs/cognito.md#secret-block`. */
  secretBlock: string
}

/** The proof that the page sends. */
export interface PasswordClaim {
  /** Base64. */
  signature: string
  secretBlock: string
  timestamp: string
}

export function readHandshake(parameters: ChallengeParameters): Handshake {
  return {
    serverKey: required(parameters, 'SRP_B'),
    salt: required(parameters, 'SALT'),
    secretBlock: required(parameters, 'SECRET_BLOCK'),
  }
}

/** Makes the proof of a secret. Rejects with `AuthError('bad-answer')` for bad parameters. */
export async function claimWith(
  { serverKey, salt, secretBlock }: Handshake,
  owner: Pick<SrpClaim, 'group' | 'identity' | 'secret'>,
  { srp, now }: SignInContext,
): Promise<PasswordClaim> {
  const timestamp = timestampAt(now())
  const { prove } = await srp()
  const signature = await prove({ serverKey, salt, secretBlock, ...owner, timestamp })
  return { signature, secretBlock, timestamp }
}

export function writeClaim(claim: PasswordClaim): ChallengeResponses {
  return {
    PASSWORD_CLAIM_SIGNATURE: claim.signature,
    PASSWORD_CLAIM_SECRET_BLOCK: claim.secretBlock,
    TIMESTAMP: claim.timestamp,
  }
}
