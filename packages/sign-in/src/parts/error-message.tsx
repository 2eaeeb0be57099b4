'use client'

import type { ComponentPropsWithRef } from 'react'
import type { AuthError } from '../protocol/auth-error.ts'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { type FirstPartsLabels, partsLabels } from './parts.labels.ts'
import { usePartId } from './use-part-id.ts'
import { withRef } from './with-ref.ts'

/**
 * Says why the last answer was rejected. Renders a `<p role="alert">`, which gets the attributes and
 * is empty until then. Its role is `status` where the user only has to choose another way.
 */
export const ErrorMessage = withRef(function ErrorMessage(props: ComponentPropsWithRef<'p'>) {
  const { challenge, errors } = useFormPart('ErrorMessage')
  const labels = usePartsLabels(partsLabels)
  const { error } = challenge
  const { requestId } = error?.details ?? {}
  const ownProps = {
    'data-part': 'error',
    role: error?.recovery === 'choose-other' ? 'status' : 'alert',
    id: usePartId('ErrorMessage', props.id),
  }
  return (
    <p {...mergeProps(ownProps, props)}>
      {error && messageOf(error, labels, errors)}
      {error?.recovery === 'contact' && requestId && (
        <span data-part="reference"> {labels.reference(requestId)}</span>
      )}
    </p>
  )
})

function messageOf(
  { code, message, details }: AuthError,
  labels: FirstPartsLabels,
  errors: FirstPartsLabels['errors'],
) {
  const { rule, retryAfterSeconds } = details
  if (rule) return labels.rules[rule]
  if (code === 'throttled' && retryAfterSeconds) return labels.retryAfter(retryAfterSeconds)
  return errors[code] ?? labels.errors[code] ?? message
}
