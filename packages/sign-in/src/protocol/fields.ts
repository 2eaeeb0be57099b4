import type { FieldSpec } from './field.ts'
import { isCode, plainDigits, readCode } from './one-time-code.ts'

// Apart from these, because the first screen needs no more.
export { currentPassword, newPassword, username } from './credential-fields.ts'

export const oneTimeCode: FieldSpec = {
  type: 'text',
  autoComplete: 'one-time-code',
  inputMode: 'numeric',
  clean: readCode,
  check: (text) => (isCode(text) ? undefined : 'code'),
}

export const email: FieldSpec = {
  type: 'email',
  autoComplete: 'email',
  inputMode: 'email',
  kept: true,
  clean: (typed) => typed.trim(),
  check: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'email'),
}

/** E.164: a plus sign and digits. What people write between the digits is dropped. */
export const phoneNumber: FieldSpec = {
  type: 'tel',
  autoComplete: 'tel',
  inputMode: 'tel',
  kept: true,
  clean: readPhoneNumber,
  check: (text) => (/^\+[1-9]\d{4,14}$/.test(text) ? undefined : 'phone'),
}

function readPhoneNumber(typed: string): string {
  return plainDigits(typed)
    .replace(/\(0\)/g, '') // +49 (0)30 … is dialled without it from abroad
    .replace(/[\s()./\-\u2010-\u2015\p{Cf}]/gu, '')
    .replace(/^00/, '+')
}
