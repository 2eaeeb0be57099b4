/** The session of a signed-in user. */
export interface AuthSession {
  user: AuthUser
  /**
   * Resolves with the tokens. If the access token is about to expire, it is refreshed first. Rejects with
   * `AuthError` if there is no valid token, e.g. because of the network or because the session has ended.
   * It is a function, so that logs and developer tools that print the session do not show the tokens.
   * See `docs/cognito.md#tokens` and `docs/cognito.md#refresh`.
   */
  tokens: (options?: TokensOptions) => Promise<AuthTokens>
  /**
   * `fetch` with the access token in `Authorization: Bearer`. After a 401 it refreshes the tokens and sends the
   * request once more. It sends tokens to the origin of the page and to the `apiOrigins` of `createAuth` only:
   * for any other origin it rejects with a `TypeError`. It follows no redirect unless `init.redirect` says so.
   * Also rejects like `tokens`.
   */
  fetch: typeof globalThis.fetch
  /**
   * Ends the session in this page at once, then at the service. Resolves within 5 seconds and never rejects.
   * See `docs/cognito.md#revocation`.
   */
  signOut: (options?: SignOutOptions) => Promise<SignOutResult>
  /**
   * Makes a passkey for this user on this device. Call it from a click: browsers require one. Rejects with
   * `AuthError`; the user stays signed in. See `docs/cognito.md#passkey-registration`.
   */
  registerPasskey: () => Promise<void>
}

export interface TokensOptions {
  /** Whether to refresh even if the access token is still valid. Default: false. */
  forceRefresh?: boolean
}

export interface SignOutOptions {
  /** Also signs the user out on all other devices. Default: false. */
  everywhere?: boolean
}

/** What happened at the service. In this page the session is over in any case. */
export interface SignOutResult {
  /**
   * `revoked`: the service has revoked the tokens. `failed`: it refused, or could not be reached
   * within 5 seconds. `none`: there was nothing to revoke.
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
  /**
   * When the access token and the ID token expire: milliseconds since the epoch, by the clock of this
   * device.
   */
  expiresAt: number
}
