'use client'

import { type KeyboardEvent, useState } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { type FormContextValue, useFormPart } from './form-context.ts'
import { usePartsLabels } from './parts-labels-context.ts'

/** A password, with a button that shows it and a word about Caps Lock. Renders an `<input>`. */
export function PasswordField(props: FieldProps) {
  const { challenge } = useFormPart('PasswordField')
  const { showPassword, capsLock } = usePartsLabels()
  const [shownAt, setShownAt] = useState<object>()
  const [capsLocked, setCapsLocked] = useState(false)
  // Once it has been sent it is hidden again, also when it comes back.
  const visible = shownAt === momentOf(challenge)

  function watchCapsLock(event: KeyboardEvent) {
    const locked = event.getModifierState('CapsLock')
    if (locked !== capsLocked) setCapsLocked(locked)
  }

  return (
    <>
      <Field
        {...props}
        type={visible ? 'text' : 'password'}
        autoCapitalize="off"
        spellCheck={false}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        after={
          <button
            data-part="reveal"
            type="button"
            aria-label={showPassword}
            aria-pressed={visible}
            title={showPassword}
            onClick={() => setShownAt(() => (visible ? undefined : momentOf(challenge)))}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
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
}

/** What stays the same from one sending to the next. */
function momentOf({ phase, error, respond }: FormContextValue['challenge']): object {
  return phase === 'answering' ? {} : (error ?? respond)
}
