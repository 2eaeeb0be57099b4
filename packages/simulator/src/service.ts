import type { SimulatorClock } from './clock.ts'
import type { Outbox } from './outbox.ts'
import type { Pool } from './pool/pool.ts'
import type { Signers } from './pool/signers.ts'
import type { SigningKeys } from './pool/signing-keys.ts'
import type { UnknownUsers } from './pool/unknown-users.ts'
import type { ChallengeSessions } from './sign-in/challenge-sessions.ts'
import type { SecretBlocks } from './srp/secret-blocks.ts'
import type { Triggers } from './triggers.ts'

/** The state and dependencies of a simulator, which every operation gets. */
export interface Service {
  pools: Map<string, Pool>
  challengeSessions: ChallengeSessions
  secretBlocks: SecretBlocks
  unknownUsers: UnknownUsers
  clock: SimulatorClock
  outbox: Outbox
  triggers: Triggers
  /** Whether MFA_SETUP offers SMS in pools created with CreateUserPool. */
  smsSetup: boolean
  /** How far the TIMESTAMP of an SRP proof may be off, in milliseconds. */
  clockToleranceMs: number
  newCode(digits: number): string
  signingKeys(): Promise<SigningKeys>
  signers(): Promise<Signers>
  issuer(poolId: string): string
  /** Call this when an authenticator app was set up, replaced or removed. */
  authenticatorChanged(): void
}
