/** A user who is signed in. */
export interface AuthSession {
  user: AuthUser
  /** Never properties of the session: whatever React's tools or a log walk through must not hold them. */
  tokens: () => Promise<AuthTokens>
  /** Ends the session here at once, and then at the service, as far as it can be reached. Never rejects. */
  signOut: () => Promise<void>
  /**
   * Makes a passkey for this user on this device. Call it upon a press, since browsers require one.
   * Rejects with `AuthError`, and the user stays signed in.
   */
  registerPasskey: () => Promise<void>
}

/** The ID token's claims about the user. For display only: nobody but a server has verified them. */
export interface AuthUser {
  /** `sub`: the id that never changes. */
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
