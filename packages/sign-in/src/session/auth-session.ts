/** A user who is signed in. */
export interface AuthSession {
  user: AuthUser
  /**
   * The tokens, refreshed first where the access token is about to expire. They are never properties of the
   * session: whatever React's tools or a log walk through must not hold them.
   * Rejects with `AuthError` where there is no token that is still good: because of the network, say, or
   * because the session has ended.
   */
  tokens: (options?: TokensOptions) => Promise<AuthTokens>
  /**
   * `fetch` with the access token as the bearer. Where the answer is 401, it refreshes and sends once more.
   * Tokens go to the page's own origin and to the `apiOrigins` of `createAuth` only: for any other it rejects
   * with a `TypeError`. It follows no redirect, unless `init.redirect` says so. Rejects as `tokens` does, too.
   */
  fetch: typeof globalThis.fetch
  /** Ends the session here at once, and then at the service. Settles within 5 seconds, and never rejects. */
  signOut: (options?: SignOutOptions) => Promise<SignOutResult>
  /**
   * Makes a passkey for this user on this device. Call it upon a press, since browsers require one.
   * Rejects with `AuthError`, and the user stays signed in.
   */
  registerPasskey: () => Promise<void>
}

export interface TokensOptions {
  /** Whether to refresh also where the access token is still good. Default: false. */
  forceRefresh?: boolean
}

export interface SignOutOptions {
  /** Signs the user out on all devices, too. Default: false. */
  everywhere?: boolean
}

/** Here the session is over in any case. */
export interface SignOutResult {
  /**
   * `revoked`: the service has revoked the tokens. `failed`: it could not be reached, or refused, within 5
   * seconds. `none`: there was nothing to revoke.
   */
  atService: 'revoked' | 'failed' | 'none'
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
  /** Milliseconds since the epoch, by this device's clock. */
  expiresAt: number
}
