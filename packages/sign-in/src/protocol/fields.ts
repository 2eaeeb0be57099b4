import { isCode, readCode } from './one-time-code.ts'

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
  | 'url'
  | 'username'

/** The `<input>` attributes of one field, and how its text becomes part of the answer. */
export interface Field {
  type: 'date' | 'email' | 'number' | 'password' | 'tel' | 'text' | 'url'
  autoComplete: string
  inputMode?: 'email' | 'numeric' | 'tel' | 'url'
  /** May be left empty. */
  optional?: true
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
export const currentPassword: Field = { type: 'password', autoComplete: 'current-password' }
export const newPassword: Field = { type: 'password', autoComplete: 'new-password' }

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
  clean: (typed) => typed.trim(),
  check: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'email'),
}

/** E.164: a plus sign and digits. What people write between the digits is dropped. */
export const phoneNumber: Field = {
  type: 'tel',
  autoComplete: 'tel',
  inputMode: 'tel',
  clean: (typed) => typed.replace(/[\s().-]/g, '').replace(/^00/, '+'),
  check: (text) => (/^\+[1-9]\d{4,14}$/.test(text) ? undefined : 'phone'),
}
