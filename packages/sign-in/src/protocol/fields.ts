import type { FieldSpec } from './field.ts'
import { isCode, plainDigits, readCode } from './one-time-code.ts'

// In a file of their own: the first screen needs only these.
export { currentPassword, newPassword, username } from './credential-fields.ts'

// Four to ten digits: `docs/cognito.md#codes`.
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

/**
 * E.164: a plus sign and digits. Spaces, dots, dashes and brackets are removed. See
 * `docs/cognito.md#attributes`.
 */
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
    .replace(/\(0\)/g, '') // in +49 (0)30 …, the 0 is not dialled from abroad
    .replace(/[\s()./\-\u2010-\u2015\p{Cf}]/gu, '')
    .replace(/^00/, '+')
}
