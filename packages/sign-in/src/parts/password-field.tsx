'use client'

import { type KeyboardEvent, useState } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { partsLabels } from './parts.labels.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { withRef } from './with-ref.ts'

export type PasswordFieldProps = Omit<FieldProps, 'after' | 'type'>

/**
 * A password, with a button that shows it and a message while Caps Lock is on. Renders a `<label>`
 * and an `<input>`, which gets the attributes.
 */
export const PasswordField = withRef(function PasswordField(props: PasswordFieldProps) {
  const { phase, error, respond } = useFormPart('PasswordField').challenge
  const { showPassword, capsLock } = usePartsLabels(partsLabels)
  const [shownFor, setShownFor] = useState<object | null>(null)
  const [capsLocked, setCapsLocked] = useState(false)
  // Another object after each answer: once it was sent, the password is hidden again.
  const attempt = phase === 'answering' ? undefined : (error ?? respond)
  const visible = shownFor === attempt

  function watchCapsLock(event: KeyboardEvent) {
    const locked = event.getModifierState('CapsLock')
    if (locked !== capsLocked) setCapsLocked(locked)
  }

  const ownProps = {
    autoCapitalize: 'off',
    spellCheck: false,
    onKeyDown: watchCapsLock,
    onKeyUp: watchCapsLock,
  }
  return (
    <>
      <Field
        {...mergeProps(ownProps, props)}
        type={visible ? 'text' : 'password'}
        after={
          <button
            data-part="reveal"
            type="button"
            aria-label={showPassword}
            aria-pressed={visible}
            title={showPassword}
            onClick={() => setShownFor(() => (visible ? null : (attempt ?? null)))}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z" />
              <circle cx="12" cy="12" r="2.8" />
              {!visible && <path d="m4 20 16-16" />}
            </svg>
          </button>
        }
      />
      <p data-part="note" role="status">
        {capsLocked && capsLock}
      </p>
    </>
  )
})
