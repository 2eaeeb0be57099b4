import type { AuthenticationResult } from '../protocol/wire.ts'
import { readClaims } from './claims.ts'
import { registerPasskey, type RegisterPasskeyOptions } from './register-passkey.ts'

/** A user who is signed in. */
export interface AuthSession {
  user: AuthUser
  /** Never properties of the session: what React or a log walks through must not hold them. */
  tokens: () => Promise<AuthTokens>
  /** Ends the session here at once, and then, as far as it can be reached, at the service. */
  signOut: () => Promise<void>
  /**
   * Makes a passkey for this user on this device. Call it upon a press, since browsers ask for one.
   * Rejects with `AuthError`, and the user stays signed in.
   */
  registerPasskey: () => Promise<void>
}

/** What the ID token says of the user. For display: nobody but a server has checked it. */
export interface AuthUser {
  /** `sub`: the one that never changes. */
  id: string
  username: string
  email: string | undefined
  phoneNumber: string | undefined
  groups: string[]
  claims: Readonly<Record<string, unknown>>
}

export interface AuthTokens {
  accessToken: string
  idToken: string
  refreshToken: string | undefined
  /** Milliseconds since the epoch. */
  expiresAt: number
}

export function createSession(
  { AccessToken, IdToken, RefreshToken, ExpiresIn }: AuthenticationResult,
  signOut: () => Promise<void>,
  means: Omit<RegisterPasskeyOptions, 'accessToken'>,
): AuthSession {
  const tokens: AuthTokens = {
    accessToken: AccessToken,
    idToken: IdToken,
    refreshToken: RefreshToken,
    expiresAt: Date.now() + ExpiresIn * 1000,
  }
  let registering: Promise<void> | undefined

  // Not loaded on demand: a browser may not wait so long after the press.
  const register = () => registerPasskey({ ...means, accessToken: tokens.accessToken })

  return {
    user: readUser(IdToken),
    tokens: async () => tokens,
    signOut,
    // A second press means the same passkey.
    registerPasskey: () => (registering ??= register().finally(() => (registering = undefined))),
  }
}

function readUser(idToken: string): AuthUser {
  const claims = readClaims(idToken)
  const groups = claims['cognito:groups']
  return {
    id: text(claims['sub']) ?? '',
    username: text(claims['cognito:username']) ?? text(claims['sub']) ?? '',
    email: text(claims['email']),
    phoneNumber: text(claims['phone_number']),
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
    claims,
  }
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined
}
