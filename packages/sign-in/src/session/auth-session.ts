/** The session of a signed-in user. */
export interface AuthSession {
  user: AuthUser
  /**
   * Resolves with the tokens. It is a function, so that logs and developer tools that print the session do
   * not show them. See `docs/cognito.md#tokens`.
   */
  tokens: () => Promise<AuthTokens>
  /**
   * Ends the session in this page at once, then revokes the refresh token if the service can be reached.
   * Never rejects. See `docs/cognito.md#revocation`.
   */
  signOut: () => Promise<void>
  /**
   * Makes a passkey for this user on this device. Call it from a click: browsers require one. Rejects with
   * `AuthError`; the user stays signed in. See `docs/cognito.md#passkey-registration`.
   */
  registerPasskey: () => Promise<void>
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
  /** When the access token and the ID token expire: milliseconds since the epoch. */
  expiresAt: number
}
