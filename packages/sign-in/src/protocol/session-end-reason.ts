/** Why a session ended. */
export type SessionEndReason =
  /** The user signed out in this page. */
  | 'signed-out'
  /** The user signed out in another tab. */
  | 'signed-out-elsewhere'
  /** Another user has signed in in another tab. */
  | 'account-switched'
  /** The refresh token has expired. */
  | 'expired'
  /** The refresh token was revoked or used twice. See `docs/cognito.md#rotation`. */
  | 'revoked'
  | 'account-disabled'
  | 'account-gone'
  | 'not-confirmed'
  | 'password-reset-required'
