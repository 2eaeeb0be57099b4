import type { Client, Device, Failures, Pool, User } from '../pool/pool.ts'
import type { Service } from '../service.ts'
import type { ChallengeRound } from '../triggers.ts'
import { notAuthorized } from '../wire/refusal.ts'

/** One sign-in, as far as the current request knows it. */
export interface Attempt {
  service: Service
  pool: Pool
  client: Client
  /** Missing while it is hidden that there is no such user. */
  user: User | undefined
  username: string
  admin: boolean
  flow: string
  /** The one that this request says it comes from. */
  device: Device | undefined
  /** In USER_AUTH, until a first factor is given. */
  choosing: boolean
  /** What the sign-in has been through, for the triggers of CUSTOM_AUTH. */
  rounds: ChallengeRound[]
  /** ClientMetadata of this request. */
  metadata: Record<string, string> | undefined
}

/** What comes next: another challenge, or tokens. */
export type Step = { ask: string; given?: unknown } | { issue: 'tokens' }

export interface AuthResponse {
  ChallengeName?: string
  Session?: string
  AvailableChallenges?: string[]
  ChallengeParameters: Record<string, string>
  AuthenticationResult?: AuthenticationResult
}

export interface AuthenticationResult {
  AccessToken: string
  ExpiresIn: number
  IdToken: string
  NewDeviceMetadata?: { DeviceKey: string; DeviceGroupKey: string }
  RefreshToken?: string
  TokenType: 'Bearer'
}

export function knownUser({ user }: Attempt): User {
  if (!user) throw notAuthorized()
  return user
}

/** Whose failures count: the user's, or those of a name that must look like one. */
export function whoTries({
  service,
  pool,
  user,
  username,
}: Pick<Attempt, 'service' | 'pool' | 'user' | 'username'>): { failures: Failures } {
  return user ?? service.strangers.find(pool, username)
}

export function hasProvenPassword({ rounds }: Pick<Attempt, 'rounds'>): boolean {
  return rounds.some(({ challengeName }) => {
    return challengeName.startsWith('PASSWORD') || challengeName === 'ADMIN_NO_SRP_AUTH'
  })
}
