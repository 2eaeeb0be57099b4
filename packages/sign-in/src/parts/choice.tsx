'use client'

import {
  type ChangeEvent,
  type ComponentPropsWithRef,
  Fragment,
  type ReactNode,
  useState,
} from 'react'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { withRef } from './with-ref.ts'

export interface ChoiceProps<Value extends string> extends Omit<
  ComponentPropsWithRef<'div'>,
  'children'
> {
  /** Which of the form's fields the choice goes into. */
  name: string
  choices: readonly {
    value: Value
    label: ReactNode
    hint?: ReactNode
    /** Fields that this choice needs, shown while it is chosen. */
    more?: ReactNode
  }[]
}

/**
 * Lets the user choose one of several. The last choice is chosen to begin with, else the first.
 * Renders a `<div role="radiogroup">`, which gets the attributes, with a `<label>` for each choice.
 */
export const Choice = withRef(function Choice<Value extends string>({
  name,
  choices,
  ...props
}: ChoiceProps<Value>) {
  const { challenge, fieldOf, idsOf } = useFormPart('Choice')
  const { draft, input } = fieldOf(name)
  const { onChange, ...radio } = input
  const first = choices.some(({ value }) => value === draft) ? draft : choices[0]?.value
  const [chosen, setChosen] = useState(first)
  const { phase } = challenge

  function choose(event: ChangeEvent<HTMLElement>) {
    const target = event.target as HTMLInputElement
    // The event may come from a field that the choice needs.
    if (target.name !== name) return
    setChosen(target.value)
    void onChange(event)
  }

  const ownProps = {
    'data-part': 'choices',
    role: 'radiogroup',
    'aria-labelledby': idsOf('Title'),
    'aria-describedby': phase === 'rejected' ? idsOf('ErrorMessage') : undefined,
    onChange: choose,
  }
  return (
    <div {...mergeProps(ownProps, props)}>
      {choices.map(({ value, label, hint, more }) => (
        <Fragment key={value}>
          <label data-part="choice">
            <input
              data-part="radio"
              type="radio"
              value={value}
              defaultChecked={value === first}
              // HTML has no readonly radio button. While the answer is under way, the choice must not change.
              onClick={(event) => phase === 'answering' && event.preventDefault()}
              {...radio}
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
})
