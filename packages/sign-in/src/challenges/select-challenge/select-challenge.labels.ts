import type { FirstFactor } from '../first-factor.ts'

interface FactorLabels {
  name: string
  hint?: string
}

const choices: Record<FirstFactor, FactorLabels> = {
  WEB_AUTHN: { name: 'Passkey', hint: 'Your fingerprint, face or screen lock' },
  PASSWORD_SRP: { name: 'Password' },
  PASSWORD: { name: 'Password' },
  EMAIL_OTP: { name: 'Code by e-mail', hint: 'We send it to your inbox' },
  SMS_OTP: { name: 'Code by text message', hint: 'We send it to your phone' },
}

export const selectChallengeLabels = {
  title: 'How do you want to sign in?',
  choices,
  /** The title where the password is the only way. */
  passwordTitle: 'Enter your password',
  password: 'Your password',
  none: 'None of the ways that this account offers work here. Ask support for help.',
  submit: 'Continue',
}
