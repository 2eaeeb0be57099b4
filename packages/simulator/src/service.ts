import type { SimulatorClock } from './clock.ts'
import type { Outbox } from './outbox.ts'
import type { Pool } from './pool/pool.ts'
import type { Signers } from './pool/signers.ts'
import type { SigningKeys } from './pool/signing-keys.ts'
import type { UnknownUsers } from './pool/unknown-users.ts'
import type { ChallengeSessions } from './sign-in/challenge-sessions.ts'
import type { SecretBlocks } from './srp/secret-blocks.ts'
import type { Triggers } from './triggers.ts'

/** What every operation works on. */
export interface Service {
  pools: Map<string, Pool>
  challengeSessions: ChallengeSessions
  secretBlocks: SecretBlocks
  unknownUsers: UnknownUsers
  clock: SimulatorClock
  outbox: Outbox
  triggers: Triggers
  /** Whether pools that are made over the wire let MFA_SETUP offer SMS. */
  smsSetup: boolean
  /** By how much a client's clock may be wrong: milliseconds. */
  clockTolerance: number
  newCode(digits: number): string
  signingKeys(): Promise<SigningKeys>
  signers(): Promise<Signers>
  issuer(poolId: string): string
  /** An authenticator app has something else to show. */
  authenticatorChanged(): void
}
