import type {
  AliasName,
  AttributeType,
  ContactName,
  FirstFactor,
  MfaConfiguration,
  MfaType,
  RecoveryName,
  UserStatus,
} from './pool/pool.ts'
import type { SimulatorOptions } from './simulator.ts'

export interface UserPoolOptions extends SimulatorOptions {
  userPoolId?: string
  clientId?: string
  /** A confidential client: every request must then prove that it knows this. */
  clientSecret?: string
  users?: SimulatedUser[]
  /** `OPTIONAL` unless given. */
  mfa?: MfaConfiguration
  /** Which factors the pool has; all unless given. */
  mfaTypes?: MfaType[]
  /** What USER_AUTH may begin with; `PASSWORD`, and passkeys where there are, unless given. */
  firstFactors?: FirstFactor[]
  /** Lets users sign in by passkeys, which they have to make themselves; none unless given. */
  passkeys?: PasskeyOptions
  /** Asked by NEW_PASSWORD_REQUIRED of users who lack them. */
  requiredAttributes?: string[]
  /** By name, with or without `custom:`. */
  customAttributes?: Record<string, CustomAttribute>
  /** Users sign in by these and have no other name. */
  usernameAttributes?: ContactName[]
  /** Users sign in by these as well. */
  aliasAttributes?: AliasName[]
  /** True unless given, as for pools made through the API. */
  caseSensitive?: boolean
  passwordPolicy?: PasswordPolicyOptions
  /** Not kept unless given. */
  devices?: DeviceOptions
  /** Every flow that the simulator knows, unless given. */
  explicitAuthFlows?: string[]
  /** How long a Session lives: minutes, 3 unless given. */
  authSessionValidity?: number
  /** `ENABLED` unless given. */
  preventUserExistenceErrors?: 'ENABLED' | 'LEGACY'
  /** In order of priority; the first one's medium is no second factor where MFA is required. */
  accountRecovery?: RecoveryName[]
}

export interface PasskeyOptions {
  /** The host of the pages that may use them, or one above it: `localhost`, `example.com`. */
  relyingPartyId: string
  /** `preferred` unless given. */
  userVerification?: 'required' | 'preferred'
  /** Lets a passkey do for both factors of users who switch that on. */
  asMfa?: boolean
}

export interface PasswordPolicyOptions {
  minLength?: number
  uppercase?: boolean
  lowercase?: boolean
  numbers?: boolean
  symbols?: boolean
  /** How many former passwords are refused; none unless given. */
  history?: number
}

export interface DeviceOptions {
  /** A remembered device takes the place of a second factor; false unless given. */
  trusted?: boolean
  /** Devices are remembered when the user says so, rather than always; false unless given. */
  optIn?: boolean
}

export interface CustomAttribute {
  type?: AttributeType
  mutable?: boolean
  /** The shortest text or the smallest number. */
  min?: number
  max?: number
}

export interface SimulatedUser {
  username: string
  password?: string
  /** To be changed at the first sign-in. */
  temporaryPassword?: string
  attributes?: Record<string, string>
  /** The second factors this user has switched on. */
  mfa?: MfaType[]
  preferredMfa?: MfaType
  /** Base32; random unless given. */
  totpSecret?: string
  enabled?: boolean
  status?: UserStatus
  groups?: string[]
}
