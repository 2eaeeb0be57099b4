import type { Client, Device, Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'
import type { ChallengeRound } from '../triggers.ts'
import { notAuthorized } from '../wire/service-exception.ts'
import type { ProvenFactor } from './proven-factor.ts'

/** One sign-in, as the current request sees it. Steps return an `AttemptPatch` and never change it. */
export interface SignInAttempt {
  readonly service: Service
  readonly pool: Pool
  readonly client: Client
  /** Undefined if the pool has no such user and hides that. */
  readonly user: User | undefined
  readonly username: string
  /** Whether it began with AdminInitiateAuth. */
  readonly admin: boolean
  readonly flow: string
  /** The device whose DEVICE_KEY the current request has. */
  readonly device: Device | undefined
  /** True in USER_AUTH while the user has not proven a first factor. */
  readonly firstFactorPending: boolean
  readonly proven: ReadonlySet<ProvenFactor>
  /** The challenges so far, for the triggers of CUSTOM_AUTH. Other flows never read them. */
  readonly rounds: readonly ChallengeRound[]
  /** ClientMetadata of the current request. */
  readonly clientMetadata: Record<string, string> | undefined
}

/** What one step changes in the attempt. */
export type AttemptPatch = Partial<Pick<SignInAttempt, 'firstFactorPending' | 'proven' | 'rounds'>>

/** The attempt's user. Throws for an unknown user as for a wrong password. */
export function requireUser({ user }: SignInAttempt): User {
  if (!user) throw notAuthorized()
  return user
}
