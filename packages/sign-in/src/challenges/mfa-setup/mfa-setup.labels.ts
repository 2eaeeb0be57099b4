import type { AuthErrorCode } from '../../protocol/auth-errors.ts'
import { mfaTypeLabels } from '../mfa-type.labels.ts'

export const mfaSetupLabels = {
  title: 'Make your account safer',
  hint: 'This account needs a second way to confirm it is you. Which one would you like?',
  choices: mfaTypeLabels,
  none: 'This account needs a second factor that cannot be set up here. Ask support for help.',
  submit: 'Continue',
  other: 'Choose another way',
  app: {
    /** The name of the account in the authenticator app. */
    issuer: () => globalThis.location?.hostname || 'Sign-in',
    title: 'Set up your authenticator app',
    hint: 'Scan this with the app, then type the code it shows.',
    qr: 'QR code with the key below',
    key: 'Or type this key into the app:',
    open: 'Open an app on this device',
    again: 'Get a key',
    once: 'If you start again, you get a new key: the one here then works no more.',
    code: 'Code from the app',
  },
  email: {
    title: 'Add your e-mail address',
    hint: 'We will send a code to it now, and each time you sign in.',
    email: 'E-mail address',
  },
  phone: {
    refused:
      'No phone number can be added here. Choose another way, or ask support to add it to your account.',
    title: 'Add your phone number',
    hint: 'We will text a code to it now, and each time you sign in.',
    phoneNumber: 'Phone number',
  },
  errors: {
    'code-expired': 'That code was used already. Wait for the next one.',
  } as Partial<Record<AuthErrorCode, string>>,
}

export type MfaSetupLabels = typeof mfaSetupLabels
