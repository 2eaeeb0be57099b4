import type { FieldSpec, FieldIssue } from './field.ts'

// 1 to 128 characters and no spaces: `docs/cognito.md#usernames`.
export const username: FieldSpec = {
  type: 'text',
  autoComplete: 'username',
  clean: (typed) => typed.trim(),
  check: (text) => (/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(text) ? undefined : 'username'),
}

// A password is sent and hashed as typed: never trimmed, normalised or cut (`docs/cognito.md#passwords`).
export const currentPassword: FieldSpec = {
  type: 'password',
  autoComplete: 'current-password',
  check: checkPassword,
}
export const newPassword: FieldSpec = {
  type: 'password',
  autoComplete: 'new-password',
  check: checkPassword,
}

function checkPassword(text: string): FieldIssue | undefined {
  if (text.length > 256) return 'too-long'
  // A lone surrogate is not a character, so UTF-8 cannot encode it.
  return /\p{Surrogate}/u.test(text) ? 'unreadable' : undefined
}
