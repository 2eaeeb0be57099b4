/** Why a session ended. */
export type SessionEndReason =
  /** The user signed out in this page. */
  | 'signed-out'
  /** The user signed out in another tab. */
  | 'signed-out-elsewhere'
  /** Another user signed in in another tab. */
  | 'account-switched'
  /** The refresh token has reached its age. */
  | 'expired'
  /** The refresh token was revoked, or used by somebody else. */
  | 'revoked'
  | 'account-disabled'
  | 'account-gone'
  | 'not-confirmed'
  | 'password-reset-required'
