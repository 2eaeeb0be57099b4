import type { SessionEndReason } from '../../protocol/session-end-reason.ts'

export const signInLabels = {
  title: 'Sign in',
  username: 'Username',
  password: 'Password',
  submit: 'Sign in',
  /** On the button where further steps follow. */
  next: 'Continue',
  /** The message for `wrong-credentials` where no password was sent. */
  refused: 'That did not work. Try again.',
  /** Why the user has to sign in again. Nothing where they signed out here. */
  endReasons: {
    'signed-out-elsewhere': 'You signed out in another tab.',
    'account-switched': 'Another user signed in in another tab.',
    expired: 'You were signed in for a long time. Sign in again.',
    revoked: 'You have been signed out. Sign in again.',
    'account-disabled': 'This account is switched off. Ask your administrator.',
    'account-gone': 'This account does not exist any more.',
    'not-confirmed': 'This account is not confirmed yet.',
    'password-reset-required': 'Your password must be reset before you can sign in.',
  } satisfies Record<Exclude<SessionEndReason, 'signed-out'>, string> as Partial<
    Record<SessionEndReason, string>
  >,
}
