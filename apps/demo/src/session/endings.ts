import type { SessionEndReason } from '@sallyport/sign-in'

/** Why a session ended, in words. */
export const endings: Record<SessionEndReason, string> = {
  'signed-out': 'Signed out in this tab.',
  'signed-out-elsewhere': 'Signed out in another tab.',
  'account-switched': 'Another user signed in in another tab.',
  expired: 'The refresh token has expired.',
  revoked: 'The refresh token was revoked.',
  'account-disabled': 'The account is disabled.',
  'account-gone': 'The account does not exist any more.',
  'not-confirmed': 'The account is not confirmed.',
  'password-reset-required': 'The password must be reset.',
}
