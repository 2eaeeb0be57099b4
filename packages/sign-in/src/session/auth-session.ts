/** The session of a signed-in user. */
export interface AuthSession {
  user: AuthUser
  /**
   * Resolves with the tokens, refreshed first if the access token is about to expire. It is a function, so
   * that logs and developer tools that print the session do not show them. Rejects with `AuthError` if there
   * is no valid token: because of the network, or because the session has ended. See
   * `docs/cognito.md#tokens`.
   */
  tokens: (options?: TokensOptions) => Promise<AuthTokens>
  /**
   * `fetch` with the access token as the bearer. If the answer is 401, it refreshes and sends once more.
   * The token goes to the origin of the page and to the `apiOrigins` of `createAuth` only: for any other
   * origin it rejects with a `TypeError`. It follows no redirect, unless `init.redirect` says so. Rejects
   * with `AuthError` as `tokens` does.
   */
  fetch: typeof globalThis.fetch
  /**
   * Ends the session in this page at once, then revokes the refresh token if the service can be reached.
   * Settles within 5 seconds, and never rejects. See `docs/cognito.md#revocation`.
   */
  signOut: (options?: SignOutOptions) => Promise<SignOutResult>
  /**
   * Makes a passkey for this user on this device. Call it from a click: browsers require one. Rejects with
   * `AuthError`; the user stays signed in. See `docs/cognito.md#passkey-registration`.
   */
  registerPasskey: () => Promise<void>
}

export interface TokensOptions {
  /** Whether to refresh also if the access token is still valid. Default: false. */
  forceRefresh?: boolean
}

export interface SignOutOptions {
  /** Whether to sign the user out on all devices. Default: false. */
  everywhere?: boolean
}

/** The session has ended in this page in any case. */
export interface SignOutResult {
  /**
   * `revoked`: the service has revoked the tokens. `failed`: it refused, or did not answer within 5 seconds.
   * `none`: there was nothing to revoke.
   */
  atService: 'revoked' | 'failed' | 'none'
}

/** The user, from the claims of the ID token. For display only: the signature is not verified here. */
export interface AuthUser {
  /** The claim `sub`: an id that never changes. */
  id: string
  username: string
  email: string | undefined
  phoneNumber: string | undefined
  groups: string[]
  claims: Readonly<Record<string, unknown>>
}

/** The tokens of one sign-in. See `docs/cognito.md#tokens`. */
export interface AuthTokens {
  accessToken: string
  idToken: string
  refreshToken: string | undefined
  /** When the access token expires: milliseconds since the epoch, by this device's clock. */
  expiresAt: number
}
