/** What the user can do next. See `docs/decisions.md#recovery-says-what-the-user-can-do`. */
export type Recovery =
  | 'choose-other'
  | 'contact'
  | 'fix'
  | 'go-to'
  | 'none'
  | 'resend'
  | 'restart'
  | 'retry'
  | 'wait'

interface AuthErrorEntry {
  recovery: Recovery
  message: string
  /** The challenge cannot be answered again: the user must start a new sign-in. */
  ends?: true
}

/**
 * All error codes, each with its default message and its recovery. The type `AuthErrorCode` and the
 * pages `docs/errors/<code>.md` follow from this list.
 */
export const authErrors = {
  'account-disabled': {
    recovery: 'contact',
    ends: true,
    message: 'This account is switched off. Ask your administrator.',
  },
  'account-gone': {
    recovery: 'restart',
    ends: true,
    message: 'This account does not exist any more.',
  },
  'bad-answer': {
    recovery: 'retry',
    message: 'The service sent an answer we could not read. Try again.',
  },
  blocked: { recovery: 'contact', message: 'This request was blocked. Ask support for help.' },
  cancelled: { recovery: 'none', message: 'Cancelled.' },
  clock: {
    recovery: 'fix',
    ends: true,
    message: 'The clock of this device is wrong. Set it right and try again.',
  },
  'code-expired': { recovery: 'resend', message: 'That code has expired. Ask for a new one.' },
  'code-wrong': { recovery: 'fix', message: 'That code is not right. Check it and try again.' },
  configuration: {
    recovery: 'contact',
    message: 'Sign-in is not set up correctly. Ask support for help.',
  },
  'device-forgotten': { recovery: 'none', message: 'This device is no longer remembered.' },
  expired: {
    recovery: 'restart',
    ends: true,
    message: 'You were signed in for a long time. Sign in again.',
  },
  'insecure-context': {
    recovery: 'contact',
    message: 'This page is not secure, so signing in is switched off. Open it over https.',
  },
  'invalid-entry': { recovery: 'fix', message: 'The service did not accept that. Check it.' },
  'locked-out': {
    recovery: 'wait',
    message: 'Too many wrong tries. Wait a few minutes, then try again.',
  },
  network: {
    recovery: 'retry',
    message: 'No answer. Check your connection and try again; what you typed is kept.',
  },
  'not-confirmed': {
    recovery: 'go-to',
    ends: true,
    message: 'This account is not confirmed yet. Use the code we sent when you signed up.',
  },
  'passkey-cancelled': { recovery: 'choose-other', message: 'The passkey was not used.' },
  'passkey-exists': {
    recovery: 'none',
    message: 'This device has a passkey already.',
  },
  'passkey-limit': {
    recovery: 'fix',
    message: 'There are too many passkeys.',
  },
  'passkey-mismatch': {
    recovery: 'contact',
    message: 'Passkeys are not set up for this address. Sign in another way.',
  },
  'passkey-refused': {
    recovery: 'choose-other',
    ends: true,
    message: 'The passkey was not accepted.',
  },
  'passkey-unsupported': {
    recovery: 'choose-other',
    message: 'This browser cannot use that passkey. Sign in another way.',
  },
  'password-history': {
    recovery: 'fix',
    message: 'You have used that password before. Choose another one.',
  },
  'password-policy': { recovery: 'fix', message: 'That password is too easy to guess.' },
  'password-reset-required': {
    recovery: 'go-to',
    ends: true,
    message: 'Your password must be reset before you can sign in.',
  },
  rejected: { recovery: 'contact', message: 'Sign-in was refused. Ask support for help.' },
  revoked: {
    recovery: 'restart',
    ends: true,
    message: 'You have been signed out. Sign in again.',
  },
  'service-down': {
    recovery: 'wait',
    message: 'The service has a problem. What you typed is kept: try again in a moment.',
  },
  'session-expired': {
    recovery: 'restart',
    ends: true,
    message: 'That took too long, so the step timed out. Sign in again.',
  },
  'session-spent': {
    recovery: 'restart',
    ends: true,
    message: 'We could not confirm that this went through. Sign in again.',
  },
  storage: {
    recovery: 'none',
    message: 'This browser stores nothing: you are signed in here only.',
  },
  'temporary-password-expired': {
    recovery: 'contact',
    ends: true,
    message: 'Your temporary password has expired. Ask your administrator for a new one.',
  },
  throttled: {
    recovery: 'wait',
    message: 'Too many tries right now. Wait a little, then try again.',
  },
  timeout: {
    recovery: 'retry',
    message: 'We could not confirm that this went through. Try again.',
  },
  'unsupported-challenge': {
    recovery: 'contact',
    ends: true,
    message: 'This account needs a step this app does not offer.',
  },
  'wrong-credentials': {
    recovery: 'fix',
    ends: true,
    message: 'Incorrect username or password.',
  },
} as const satisfies Record<string, AuthErrorEntry>

/** The `code` of an `AuthError`. Each code has a page in `docs/errors`. */
export type AuthErrorCode = keyof typeof authErrors

/** Whether the user can answer the same challenge again after this error. See `docs/cognito.md#errors`. */
export function keepsChallenge(code: AuthErrorCode): boolean {
  return !('ends' in authErrors[code])
}
