import type { AuthenticationResult } from '../protocol/wire.ts'
import { readClaims } from './claims.ts'

/** A user who is signed in. */
export interface Session {
  user: User
  /** Never properties of the session: what React or a log walks through must not hold them. */
  tokens: () => Promise<Tokens>
  /** Ends the session here at once, and then, as far as it can be reached, at the service. */
  signOut: () => Promise<void>
}

/** What the ID token says of the user. For display: nobody but a server has checked it. */
export interface User {
  /** `sub`: the one that never changes. */
  id: string
  username: string
  email: string | undefined
  phoneNumber: string | undefined
  groups: string[]
  claims: Readonly<Record<string, unknown>>
}

export interface Tokens {
  accessToken: string
  idToken: string
  refreshToken: string | undefined
  /** Milliseconds since the epoch. */
  expiresAt: number
}

export function createSession(
  { AccessToken, IdToken, RefreshToken, ExpiresIn }: AuthenticationResult,
  signOut: () => Promise<void>,
): Session {
  const tokens: Tokens = {
    accessToken: AccessToken,
    idToken: IdToken,
    refreshToken: RefreshToken,
    expiresAt: Date.now() + ExpiresIn * 1000,
  }
  return { user: readUser(IdToken), tokens: async () => tokens, signOut }
}

function readUser(idToken: string): User {
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
