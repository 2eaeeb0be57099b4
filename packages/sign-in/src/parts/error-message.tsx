'use client'

import type { ComponentPropsWithRef } from 'react'
import type { AuthError } from '../protocol/auth-error.ts'
import { useFormPart } from './form-context.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import type { PartsLabels } from './parts.labels.ts'

/**
 * Says why the last answer was rejected. Renders a `<p role="alert">`, empty until then; where nothing
 * went wrong and another way is all it takes, a quiet `<p role="status">`.
 */
export function ErrorMessage(props: ComponentPropsWithRef<'p'>) {
  const { id, challenge, errors } = useFormPart('ErrorMessage')
  const words = usePartsLabels()
  const { error } = challenge
  const quiet = error?.recovery === 'choose-other'
  const { requestId } = error?.details ?? {}
  return (
    <p data-part="error" role={quiet ? 'status' : 'alert'} id={`${id}-error`} {...props}>
      {error && wordsFor(error, { ...words.errors, ...errors }, words)}
      {error?.recovery === 'contact' && requestId && (
        <span data-part="reference"> {words.reference(requestId)}</span>
      )}
    </p>
  )
}

function wordsFor(
  { code, message, details }: AuthError,
  own: PartsLabels['errors'],
  words: PartsLabels,
) {
  const { rule, retryAfterSeconds } = details
  if (rule) return words.rules[rule]
  if (code === 'throttled' && retryAfterSeconds) return words.retryAfter(retryAfterSeconds)
  return own[code] ?? message
}
