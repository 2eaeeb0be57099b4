import type { ComponentPropsWithRef } from 'react'
import type { AuthError } from '../protocol/auth-error.ts'
import type { FieldIssue } from '../protocol/field.ts'
import { useFormPart } from './form-context.ts'

interface UsedField {
  issue: FieldIssue | undefined
  optional: boolean
  ids: { input: string; issue: string }
  input: ComponentPropsWithRef<'input'>
}

/** Everything that an `<input>` needs to be one of the form's fields. */
export function useField(name: string, part: string): UsedField {
  const { id, challenge, fieldOf, sole } = useFormPart(part)
  const { field, issue, input } = fieldOf(name)
  const { type, autoComplete, inputMode, optional = false } = field
  const ids = { input: `${id}-${name}`, issue: `${id}-${name}-issue` }
  const rejected = challenge.phase === 'rejected'
  const describedBy = [issue && ids.issue, rejected && `${id}-error`, `${id}-hint`]
  return {
    issue,
    optional,
    ids,
    input: {
      id: ids.input,
      type,
      autoComplete,
      inputMode,
      // Addresses, numbers and passwords read from left to right wherever they stand.
      dir: type === 'text' ? undefined : 'ltr',
      required: !optional,
      readOnly: challenge.phase === 'answering',
      'aria-invalid': issue !== undefined || (rejected && isAtFault(challenge.error, name, sole)),
      'aria-describedby': describedBy.filter(Boolean).join(' '),
      ...input,
    },
  }
}

function isAtFault({ code, recovery, details }: AuthError, name: string, sole: boolean): boolean {
  // Of a username and a password that do not fit, either may be it.
  if (sole || code === 'wrong-credentials') return recovery === 'fix' || recovery === 'resend'
  return details.field === name
}
