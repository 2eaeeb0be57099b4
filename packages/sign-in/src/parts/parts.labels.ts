import type { PasswordRule } from '../protocol/auth-error.ts'
import type { AuthErrorCode } from '../protocol/auth-errors.ts'
import type { FieldIssue } from '../protocol/field.ts'
import type { LaterPartsLabels } from './later-parts.labels.ts'

/** The labels that all forms share. */
export type PartsLabels = FirstPartsLabels & LaterPartsLabels

/** The labels of the parts that the first screen has, too. */
export interface FirstPartsLabels {
  showPassword: string
  capsLock: string
  working: string
  stillWorking: string
  optional: string
  notLoaded: string
  tryAgain: string
  reference: (requestId: string) => string
  retryAfter: (seconds: number) => string
  issues: Record<FieldIssue, string>
  rules: Record<PasswordRule, string>
  /** The messages by error code. Default: the `message` of the error. */
  errors: Partial<Record<AuthErrorCode, string>>
}

export const partsLabels: FirstPartsLabels = {
  showPassword: 'Show password',
  capsLock: 'Caps Lock is on.',
  working: 'Checking…',
  stillWorking: 'Still working…',
  optional: 'optional',
  notLoaded: 'The next step did not load. Check your connection.',
  tryAgain: 'Try again',
  reference: (requestId) => `Reference: ${requestId}`,
  retryAfter: (seconds) => `Too many tries right now. Wait about ${seconds} seconds.`,
  issues: {
    required: 'Fill this in.',
    code: 'A code has 4 to 10 digits.',
    date: 'Write a date as 1990-12-31.',
    different: 'The two passwords differ.',
    email: 'Write an e-mail address, such as ana@example.com.',
    language: 'Write a language, such as en or pt-BR.',
    phone: 'Write the number with its country code, such as +1 555 555 0100.',
    'too-long': 'That is too long.',
    unreadable: 'One of these characters cannot be sent.',
    url: 'Write an address that begins with https://.',
    username: 'A username has no spaces.',
  },
  rules: {
    length: 'Make the password longer.',
    uppercase: 'Add an upper-case letter to the password.',
    lowercase: 'Add a lower-case letter to the password.',
    number: 'Add a number to the password.',
    symbol: 'Add a symbol to the password, for example a dash.',
  },
  errors: {},
}
