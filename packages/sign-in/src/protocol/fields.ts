import { isCode, plainDigits, readCode } from './one-time-code.ts'

/** What is wrong with what was typed, before anything is sent. Worded in `parts.labels.ts`. */
export type Issue =
  | 'required'
  | 'code'
  | 'date'
  | 'different'
  | 'email'
  | 'language'
  | 'phone'
  | 'too-long'
  | 'unreadable'
  | 'url'
  | 'username'

/** The `<input>` attributes of one field, and how its text becomes part of the answer. */
export interface Field {
  type: 'date' | 'email' | 'number' | 'password' | 'tel' | 'text' | 'url'
  autoComplete: string
  inputMode?: 'email' | 'numeric' | 'tel' | 'url'
  /** May be left empty. */
  optional?: true
  /** Kept for when the user comes back to this step: nothing secret, nothing that is used up. */
  kept?: true
  /** What was typed, as it is sent. Without it, to the letter. */
  clean?: (typed: string) => string
  /** What is wrong with the cleaned text, if anything. */
  check?: (text: string, all: Record<string, string>) => Issue | undefined
}

/** One field for each property of an answer. */
export type Fields<Answer> = { readonly [Name in keyof Answer]-?: Field }

export const oneTimeCode: Field = {
  type: 'text',
  autoComplete: 'one-time-code',
  inputMode: 'numeric',
  clean: readCode,
  check: (text) => (isCode(text) ? undefined : 'code'),
}

// Never trimmed, normalised or cut: it is hashed as it was typed.
export const currentPassword: Field = {
  type: 'password',
  autoComplete: 'current-password',
  check: checkPassword,
}
export const newPassword: Field = {
  type: 'password',
  autoComplete: 'new-password',
  check: checkPassword,
}

export const username: Field = {
  type: 'text',
  autoComplete: 'username',
  clean: (typed) => typed.trim(),
  check: (text) => (/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(text) ? undefined : 'username'),
}

export const email: Field = {
  type: 'email',
  autoComplete: 'email',
  inputMode: 'email',
  kept: true,
  clean: (typed) => typed.trim(),
  check: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'email'),
}

/** E.164: a plus sign and digits. What people write between the digits is dropped. */
export const phoneNumber: Field = {
  type: 'tel',
  autoComplete: 'tel',
  inputMode: 'tel',
  kept: true,
  clean: readPhoneNumber,
  check: (text) => (/^\+[1-9]\d{4,14}$/.test(text) ? undefined : 'phone'),
}

function checkPassword(text: string): Issue | undefined {
  if (text.length > 256) return 'too-long'
  // Half of a pair stands for no character, so it cannot be sent as one.
  return /\p{Surrogate}/u.test(text) ? 'unreadable' : undefined
}

function readPhoneNumber(typed: string): string {
  return plainDigits(typed)
    .replace(/\(0\)/g, '') // +49 (0)30 … is dialled without it from abroad
    .replace(/[\s()./\-\u2010-\u2015\p{Cf}]/gu, '')
    .replace(/^00/, '+')
}
