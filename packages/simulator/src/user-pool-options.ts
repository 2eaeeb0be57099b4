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

/** The options of `createUserPool`: those of the pool, of its app client, and of the simulator. */
export interface UserPoolOptions extends SimulatorOptions {
  /** In the form `eu-west-1_Example`. `eu-west-1_Simulated` by default. */
  userPoolId?: string
  /** Letters, digits, `_` and `+`. */
  clientId?: string
  /**
   * The secret of a confidential client, 24 to 64 characters. Requests then need a SECRET_HASH. None by
   * default.
   */
  clientSecret?: string
  /** The users that the pool starts with. */
  users?: SimulatedUser[]
  /** Whether sign-ins need a second factor. `OPTIONAL` by default. */
  mfa?: MfaConfiguration
  /** The second factors of the pool. All by default. */
  mfaTypes?: MfaType[]
  /**
   * The factors with which USER_AUTH can start. `PASSWORD` by default, and `WEB_AUTHN` if `passkeys` is
   * set.
   */
  firstFactors?: FirstFactor[]
  /** Turns on passkeys, which users then register themselves. None by default. */
  passkeys?: PasskeyOptions
  /** Names of attributes that NEW_PASSWORD_REQUIRED asks for if the user lacks them. None by default. */
  requiredAttributes?: string[]
  /** Custom attributes by name, with or without `custom:`. None by default. */
  customAttributes?: Record<string, CustomAttribute>
  /** The attributes that are the username: users have no other. None by default. */
  usernameAttributes?: ContactName[]
  /** Attributes that work in place of the username. None by default. */
  aliasAttributes?: AliasName[]
  /** Whether usernames are case-sensitive. True by default, as for pools made through the API. */
  caseSensitive?: boolean
  passwordPolicy?: PasswordPolicyOptions
  /** Turns on remembered devices. Off by default. */
  devices?: DeviceOptions
  /** Lets users list and revoke their sessions. Off by default. */
  sessionTracking?: SessionTrackingOptions
  /** The flows that the app client permits, such as `ALLOW_USER_SRP_AUTH`. All `ALLOW_…` flows by default. */
  explicitAuthFlows?: string[]
  /** How long tokens live, in seconds. By default an hour, and 30 days for refresh tokens. */
  tokenValidity?: Partial<Record<'access' | 'id' | 'refresh', number>>
  /**
   * Whether each refresh brings a new refresh token, and for how many seconds the one before still works
   * (0 to 60). By default refresh tokens do not rotate.
   */
  refreshTokenRotation?: { retryGracePeriodSeconds: number }
  /** How long a Session lives, in minutes. 3 by default. */
  authSessionValidity?: number
  /** `ENABLED` hides that a user does not exist. `ENABLED` by default. */
  preventUserExistenceErrors?: 'ENABLED' | 'LEGACY'
  /** In order of priority. If MFA is required, the first one cannot be a second factor. None by default. */
  accountRecovery?: RecoveryName[]
}

/** Passkeys of a pool. */
export interface PasskeyOptions {
  /** The host of the pages that use the passkeys, or a parent domain: `localhost`, `example.com`. */
  relyingPartyId: string
  /** Whether the authenticator must verify the user. `preferred` by default. */
  userVerification?: 'required' | 'preferred'
  /** Whether a passkey replaces both factors of users who turn that on. False by default. */
  asMfa?: boolean
}

/** The password policy. By default 8 characters, with all four kinds. */
export interface PasswordPolicyOptions {
  /** In characters. */
  minLength?: number
  /** Whether a password needs an upper-case letter. */
  uppercase?: boolean
  /** Whether a password needs a lower-case letter. */
  lowercase?: boolean
  /** Whether a password needs a digit. */
  numbers?: boolean
  /** Whether a password needs a symbol. */
  symbols?: boolean
  /** The number of former passwords that are refused. 0 by default. */
  history?: number
}

/** Remembered devices of a pool. */
export interface DeviceOptions {
  /** Whether a remembered device replaces the second factor. False by default. */
  trusted?: boolean
  /**
   * Whether a device is remembered only by UpdateDeviceStatus, not already by ConfirmDevice. False by
   * default.
   */
  optIn?: boolean
}

/** Session tracking of a pool. */
export interface SessionTrackingOptions {
  /** How many sessions a user can have, 1 to 100. One more ends the one that was idle for longest. 20 by default. */
  maxPerUser?: number
}

/** A custom attribute of a pool. */
export interface CustomAttribute {
  /** `String` by default. */
  type?: AttributeType
  /** Whether the value can change. True by default. */
  mutable?: boolean
  /** The minimum: of a String its length in characters, of a Number its value. */
  min?: number
  /** The maximum: of a String its length in characters, of a Number its value. */
  max?: number
}

/** A user that a pool starts with. */
export interface SimulatedUser {
  /** The address, in a pool with `usernameAttributes`. */
  username: string
  /** A permanent password. A user without one can sign in by a code or CUSTOM_AUTH. */
  password?: string
  /** A password that the user must change at the first sign-in. */
  temporaryPassword?: string
  /** Attributes by name. `email` and `phone_number` are verified unless the attributes say otherwise. */
  attributes?: Record<string, string>
  /** The second factors that the user has turned on. None by default. */
  mfa?: MfaType[]
  /** The second factor that is asked without a choice. */
  preferredMfa?: MfaType
  /** The secret of the authenticator app, in base32. Random by default if the user has SOFTWARE_TOKEN_MFA. */
  totpSecret?: string
  /** True by default. */
  enabled?: boolean
  /** `CONFIRMED` by default, or `FORCE_CHANGE_PASSWORD` with a temporary password. */
  status?: UserStatus
  /** Names of groups, which are created if necessary. */
  groups?: string[]
}
