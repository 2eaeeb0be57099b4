// Longer than most files: a pool is stored and copied as a whole, so its types are in one place.
/** A second factor. */
export type MfaType = 'SMS_MFA' | 'EMAIL_OTP' | 'SOFTWARE_TOKEN_MFA'
/** A factor of the pool's SignInPolicy, with which USER_AUTH can start. */
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN'
/** Whether sign-ins need a second factor: never, if the user has turned one on, or always. */
export type MfaConfiguration = 'OFF' | 'OPTIONAL' | 'ON'
/** The type of a user attribute. */
export type AttributeType = 'String' | 'Number' | 'Boolean' | 'DateTime'
/** An attribute that holds an address. */
export type ContactName = 'email' | 'phone_number'
/** An attribute that can work in place of the username. */
export type AliasName = ContactName | 'preferred_username'
/** A way of account recovery. */
export type RecoveryName = 'verified_email' | 'verified_phone_number' | 'admin_only'
/** The status of an account. */
export type UserStatus = 'CONFIRMED' | 'UNCONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED'

export interface Attribute {
  name: string
  type: AttributeType
  mutable: boolean
  required: boolean
  min: number | undefined
  max: number | undefined
}

export interface PasswordPolicy {
  minLength: number
  uppercase: boolean
  lowercase: boolean
  numbers: boolean
  symbols: boolean
  /** The number of former passwords that are refused. */
  history: number
  temporaryDays: number
}

export interface Client {
  id: string
  name: string
  secret: string | undefined
  explicitAuthFlows: string[]
  /** How long a Session lives, in minutes. */
  authSessionValidity: number
  hidesUsers: boolean
  readAttributes: string[] | undefined
  writeAttributes: string[] | undefined
  /** How long tokens live, in seconds. */
  validity: { access: number; id: number; refresh: number }
  /** How long a rotated refresh token still works, in seconds. Undefined if the client does not rotate. */
  rotationGrace: number | undefined
  createdAt: number
  modifiedAt: number
  /** Settings as they were given, to describe them again. Most have no effect in the simulator. */
  described: Record<string, unknown>
}

export interface Totp {
  secret: string
  deviceName: string | undefined
  /** The time steps whose code was used. */
  usedSteps: number[]
}

export interface User {
  username: string
  sub: string
  status: UserStatus
  enabled: boolean
  attributes: Record<string, string>
  password: string | undefined
  passwordSetAt: number
  /** Derived from the password at the first SRP sign-in. */
  srp: SrpVerifier | undefined
  formerPasswords: string[]
  mfa: MfaType[]
  preferredMfa: MfaType | undefined
  totp: Totp | undefined
  pendingTotp: Totp | undefined
  passkeys: Passkey[]
  pendingPasskey: PendingPasskey | undefined
  /** Whether a passkey replaces both factors, if the pool allows that. */
  passkeyMfa: boolean
  failures: Failures
  groups: string[]
  devices: Device[]
  createdAt: number
  modifiedAt: number
}

export interface Passkey {
  id: string
  /** A COSE key in base64url. */
  publicKey: string
  /** The authenticator's signature counter. */
  counter: number
  /** The relying party that the passkey was made for. It works for no other. */
  rpId: string
  attachment: string | undefined
  transports: string[]
  createdAt: number
}

interface PendingPasskey {
  challenge: string
  clientId: string
  goodUntil: number
}

/** A browser or app in which a user has signed in. */
export interface Device {
  key: string
  groupKey: string
  name: string | undefined
  /** Undefined until ConfirmDevice. */
  srp: DeviceVerifier | undefined
  remembered: boolean
  createdAt: number
  modifiedAt: number
  authenticatedAt: number
}

/** Hexadecimal. */
interface DeviceVerifier {
  salt: string
  verifier: string
}

export interface DeviceTracking {
  /** Whether a remembered device replaces the second factor. */
  trusted: boolean
  /** Whether a device is remembered only by UpdateDeviceStatus, not already by ConfirmDevice. */
  optIn: boolean
}

interface SrpVerifier {
  /** The password that the verifier is derived from. It is outdated if the user has another one. */
  password: string
  /** Hexadecimal, like the verifier. */
  salt: string
  verifier: string | undefined
}

export interface Failures {
  count: number
  lastAt: number
  lockedUntil: number
}

export interface Group {
  name: string
  description: string | undefined
  precedence: number | undefined
  roleArn: string | undefined
  createdAt: number
  modifiedAt: number
}

export interface PasskeySettings {
  /** Undefined if the settings rely on the pool's domain, which the simulator does not have. */
  rpId: string | undefined
  userVerification: 'required' | 'preferred'
  /** Whether a passkey with user verification can replace both factors. */
  asMfa: boolean | undefined
}

/** A completed sign-in, with its refresh token. */
export interface SignIn {
  refreshToken: string
  /** Former refresh tokens, which rotation has replaced. */
  formerTokens: { token: string; goodUntil: number }[]
  originJti: string
  clientId: string
  username: string
  /** Undefined if the pool or the kind of sign-in does not remember devices. */
  deviceKey: string | undefined
  authTime: number
  expiresAt: number
  revoked: boolean
  /** Undefined if the pool did not track sessions when the user signed in. */
  tracked: TrackedSession | undefined
}

/** What a pool with session tracking knows of a sign-in besides. */
export interface TrackedSession {
  id: string
  /** The last time that tokens were issued. */
  activeAt: number
}

export interface SessionTracking {
  enabled: boolean
  /** How many sessions a user can have. One more ends the one that was idle for longest. */
  maxPerUser: number
}

/** A user pool. Times are milliseconds since 1970. Only plain values, Maps and Sets, so that it can be copied. */
export interface Pool {
  id: string
  name: string
  mfa: MfaConfiguration
  mfaTypes: MfaType[]
  smsSetup: boolean
  passkeys: PasskeySettings | undefined
  schema: Attribute[]
  usernameAttributes: ContactName[]
  aliasAttributes: AliasName[]
  autoVerified: ContactName[]
  caseSensitive: boolean
  passwordPolicy: PasswordPolicy
  firstFactors: FirstFactor[]
  /** In order of priority. */
  recovery: RecoveryName[]
  /** Undefined if the pool does not remember devices. */
  devices: DeviceTracking | undefined
  sessionTracking: SessionTracking
  /** The triggers that the pool calls: ARNs by their name in LambdaConfig. */
  lambda: Record<string, string>
  clients: Map<string, Client>
  users: Map<string, User>
  /** An index: the users who have, or once had, this sub or address. */
  names: Map<string, Set<User>>
  groups: Map<string, Group>
  signIns: Map<string, SignIn>
  createdAt: number
  modifiedAt: number
  /** Settings as they were given, to describe them again. Most have no effect in the simulator. */
  described: Record<string, unknown>
  describedMfa: Record<string, unknown>
}
