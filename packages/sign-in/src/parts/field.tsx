'use client'

import {
  type ComponentPropsWithRef,
  type ReactNode,
  useId,
  useImperativeHandle,
  useRef,
} from 'react'
import type { AuthError } from '../protocol/auth-error.ts'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { partsLabels } from './parts.labels.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { withRef } from './with-ref.ts'

export interface FieldProps extends ComponentPropsWithRef<'input'> {
  /** Which of the form's fields. */
  name: string
  label: ReactNode
  /** A button or a unit inside the field, after the input. */
  after?: ReactNode
}

/**
 * One field of the form, and what is wrong with its value. Renders a `<label>` and an `<input>`,
 * which gets the attributes.
 */
export const Field = withRef(function Field({ name, label, after, ref, ...props }: FieldProps) {
  const { challenge, fieldOf, hasOneField, idsOf } = useFormPart('Field')
  const labels = usePartsLabels(partsLabels)
  const generated = useId()
  const element = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => element.current as HTMLInputElement, [])

  const { field, issue, input } = fieldOf(name)
  const { type, autoComplete, inputMode, optional = false } = field
  const { phase, error } = challenge
  const { id = `${generated}-${name}` } = props
  const issueId = `${id}-issue`
  const describedBy = [issue && issueId, error && idsOf('ErrorMessage'), idsOf('Hint')]
  const ownProps = {
    'data-part': 'input',
    id,
    type,
    autoComplete,
    inputMode,
    // Addresses, numbers and passwords read from left to right in every language.
    dir: type === 'text' ? undefined : 'ltr',
    required: !optional,
    readOnly: phase === 'answering',
    'aria-invalid':
      issue !== undefined || (error !== undefined && isAtFault(error, name, hasOneField)),
    'aria-describedby': describedBy.filter(Boolean).join(' ') || undefined,
    ...input,
  }
  return (
    <div data-part="field">
      <label data-part="label" htmlFor={id}>
        {label}
        {optional && <span data-part="optional"> ({labels.optional})</span>}
      </label>
      <div data-part="control">
        <input
          {...mergeProps(ownProps, props)}
          ref={(node) => {
            element.current = node
            input.ref(node)
          }}
        />
        {after}
      </div>
      {issue && (
        <p data-part="issue" id={issueId}>
          {labels.issues[issue]}
        </p>
      )}
    </div>
  )
})

/** Whether the answer was rejected because of this field. */
function isAtFault(
  { code, recovery, details }: AuthError,
  name: string,
  hasOneField: boolean,
): boolean {
  // Where username and password do not match, either can be the wrong one.
  if (hasOneField || code === 'wrong-credentials') {
    return recovery === 'fix' || recovery === 'resend'
  }
  return details.field === name
}
