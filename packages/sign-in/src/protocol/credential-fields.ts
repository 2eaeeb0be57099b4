import type { Field, Issue } from './field.ts'

export const username: Field = {
  type: 'text',
  autoComplete: 'username',
  clean: (typed) => typed.trim(),
  check: (text) => (/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(text) ? undefined : 'username'),
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

function checkPassword(text: string): Issue | undefined {
  if (text.length > 256) return 'too-long'
  // Half of a pair stands for no character, so it cannot be sent as one.
  return /\p{Surrogate}/u.test(text) ? 'unreadable' : undefined
}
