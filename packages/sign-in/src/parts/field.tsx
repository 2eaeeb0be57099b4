'use client'

import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useField } from './use-field.ts'
import { usePartsLabels } from './parts-labels-context.ts'

export interface FieldProps extends Omit<ComponentPropsWithRef<'input'>, 'ref' | 'name'> {
  /** Which of the form's fields. */
  name: string
  label: ReactNode
  /** A button or a unit that stands inside the field, after the input. */
  after?: ReactNode
}

/** One labelled `<input>` with the attributes that its field prescribes, and what is wrong with it. */
export function Field({ name, label, after, ...props }: FieldProps) {
  const { issue, optional, ids, input } = useField(name, 'Field')
  const { issues, optional: optionalWord } = usePartsLabels()
  return (
    <div data-part="field">
      <label data-part="label" htmlFor={ids.input}>
        {label}
        {optional && <span data-part="optional"> ({optionalWord})</span>}
      </label>
      <div data-part="control">
        <input data-part="input" {...input} {...props} />
        {after}
      </div>
      {issue && (
        <p data-part="issue" id={ids.issue}>
          {issues[issue]}
        </p>
      )}
    </div>
  )
}
