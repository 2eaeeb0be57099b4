import type { FieldSpec, FieldIssue } from './field.ts'

export const username: FieldSpec = {
  type: 'text',
  autoComplete: 'username',
  clean: (typed) => typed.trim(),
  check: (text) => (/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(text) ? undefined : 'username'),
}

// Never trimmed, normalised or cut: it is hashed as it was typed.
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
  // Half of a pair stands for no character, so it cannot be sent as one.
  return /\p{Surrogate}/u.test(text) ? 'unreadable' : undefined
}
