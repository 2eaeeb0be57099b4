import type { SignInContext } from '../protocol/sign-in-context.ts'
import type { SrpClaim } from '../protocol/srp.ts'
import type { ChallengeParameters, ChallengeResponses } from '../protocol/wire.ts'
import { required } from './required.ts'
import { timestampAt } from './timestamp.ts'

/** The service's half of a proof. */
export interface Handshake {
  /** SRP_B and SALT: hexadecimal. */
  serverKey: string
  salt: string
  /** Base64, and nobody's business but Cognito's. */
  secretBlock: string
}

/** The page's half. */
export interface PasswordClaim {
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

/** Proves that the secret is known, as of now. */
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
