// Longer than most files: one record, and whoever stores or copies it wants all of it in one place.
export type MfaType = 'SMS_MFA' | 'EMAIL_OTP' | 'SOFTWARE_TOKEN_MFA'
/** What SignInPolicy allows a sign-in to begin with. */
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN'
export type MfaConfiguration = 'OFF' | 'OPTIONAL' | 'ON'
export type AttributeType = 'String' | 'Number' | 'Boolean' | 'DateTime'
export type ContactName = 'email' | 'phone_number'
export type AliasName = ContactName | 'preferred_username'
export type RecoveryName = 'verified_email' | 'verified_phone_number' | 'admin_only'
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
  /** How many former passwords are refused. */
  history: number
  temporaryDays: number
}

export interface Client {
  id: string
  name: string
  secret: string | undefined
  explicitAuthFlows: string[]
  /** Minutes. */
  authSessionValidity: number
  hidesUsers: boolean
  readAttributes: string[] | undefined
  writeAttributes: string[] | undefined
  /** Seconds. */
  validity: { access: number; id: number; refresh: number }
  /** For how many seconds a rotated refresh token stays good; missing where they are not rotated. */
  rotationGrace: number | undefined
  createdAt: number
  modifiedAt: number
  /** Settings that change nothing here, kept to be described. */
  described: Record<string, unknown>
}

export interface Totp {
  secret: string
  deviceName: string | undefined
  /** Time steps whose code has been used up. */
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
  /** Derived from the password by the first sign-in that proves it. */
  srp: SrpVerifier | undefined
  formerPasswords: string[]
  mfa: MfaType[]
  preferredMfa: MfaType | undefined
  totp: Totp | undefined
  pendingTotp: Totp | undefined
  passkeys: Passkey[]
  pendingPasskey: PendingPasskey | undefined
  /** Whether a passkey does for both factors, where the pool lets it. */
  passkeyMfa: boolean
  failures: Failures
  groups: string[]
  devices: Device[]
  createdAt: number
  modifiedAt: number
}

export interface Passkey {
  id: string
  /** COSE, as base64url. */
  publicKey: string
  /** How often the authenticator says that it has signed. */
  counter: number
  /** The relying party it was made for; another one's are of no use. */
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

/** A browser or an app that a user has signed in on. */
export interface Device {
  key: string
  groupKey: string
  name: string | undefined
  /** Missing until the device is confirmed. */
  srp: DeviceVerifier | undefined
  remembered: boolean
  createdAt: number
  modifiedAt: number
  authenticatedAt: number
}

/** Hex. */
interface DeviceVerifier {
  salt: string
  verifier: string
}

export interface DeviceTracking {
  /** A remembered device takes the place of a second factor. */
  trusted: boolean
  /** Devices are remembered when the user says so, and not by themselves. */
  optIn: boolean
}

interface SrpVerifier {
  /** Another one than the user's, and this is out of date. */
  password: string
  /** Hex, as the verifier. */
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
  /** Missing where the pool would have to take it from a domain of its own. */
  rpId: string | undefined
  userVerification: 'required' | 'preferred'
  /** Whether a passkey with user verification can do for both factors. */
  asMfa: boolean | undefined
}

/** What one sign-in left behind: its refresh token and all that came from it. */
export interface SignIn {
  refreshToken: string
  /** What it was before rotation. */
  formerTokens: { token: string; goodUntil: number }[]
  originJti: string
  clientId: string
  username: string
  /** Missing where the sign-in was of a kind that knows no devices, or the pool keeps none. */
  deviceKey: string | undefined
  authTime: number
  expiresAt: number
  revoked: boolean
}

/** All times are milliseconds. Plain values and Maps only, so that it can be copied and stored. */
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
  /** Missing where devices are not kept. */
  devices: DeviceTracking | undefined
  /** ARNs by the names of LambdaConfig; which triggers the pool calls. */
  lambda: Record<string, string>
  clients: Map<string, Client>
  users: Map<string, User>
  /** Who has, or once had, this sub or address; so that nobody has to be looked for among all users. */
  names: Map<string, Set<User>>
  groups: Map<string, Group>
  signIns: Map<string, SignIn>
  createdAt: number
  modifiedAt: number
  /** Settings that change nothing here, kept to be described. */
  described: Record<string, unknown>
  describedMfa: Record<string, unknown>
}
