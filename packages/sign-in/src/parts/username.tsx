'use client'

import { useFormPart } from './form-context.ts'

/**
 * Tells password managers whose password this is. Renders an `<input>` that is hidden by CSS:
 * a `type="hidden"` one they would not read.
 */
export function Username() {
  const { challenge } = useFormPart('Username')
  return (
    <input
      data-part="username"
      type="text"
      autoComplete="username"
      value={challenge.username}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}
