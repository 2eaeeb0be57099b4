'use client'

import { Fragment, type ReactNode, useState } from 'react'
import { useFormPart } from './form-context.ts'

export interface ChoiceProps<Value extends string> {
  /** Which of the form's fields the choice goes into. */
  name: string
  choices: readonly {
    value: Value
    label: ReactNode
    hint?: ReactNode
    /** What else it asks for, shown while it is the one chosen. */
    more?: ReactNode
  }[]
}

/** One of several: the one chosen last time, else the first, to begin with. Renders a radio group of `<label>`s. */
export function Choice<Value extends string>({ name, choices }: ChoiceProps<Value>) {
  const { id, challenge, fieldOf } = useFormPart('Choice')
  const { input, draft } = fieldOf(name)
  const first = choices.some(({ value }) => value === draft) ? draft : choices[0]?.value
  const [chosen, setChosen] = useState(first)
  const answering = challenge.phase === 'answering'
  return (
    <div
      data-part="choices"
      role="radiogroup"
      aria-labelledby={`${id}-title`}
      aria-describedby={challenge.phase === 'rejected' ? `${id}-error` : undefined}
    >
      {choices.map(({ value, label, hint, more }) => (
        <Fragment key={value}>
          <label data-part="choice">
            <input
              data-part="radio"
              type="radio"
              value={value}
              defaultChecked={value === first}
              // A radio knows no readonly; while the answer is under way the choice stays as it is.
              onClick={(event) => answering && event.preventDefault()}
              {...input}
              onChange={(event) => {
                setChosen(value)
                return input.onChange(event)
              }}
            />
            <span data-part="choice-text">
              <span data-part="choice-label">{label}</span>
              {hint && <span data-part="choice-hint">{hint}</span>}
            </span>
          </label>
          {more && value === chosen && <div data-part="choice-more">{more}</div>}
        </Fragment>
      ))}
    </div>
  )
}
