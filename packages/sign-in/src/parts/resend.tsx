'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { useSecondsUntil } from './use-seconds-until.ts'
import { usePartsLabels } from './parts-labels-context.ts'

/**
 * Sends another code, where the sign-in can begin again for one. Renders a `<button>` that counts
 * down until the next press counts, and a `<p role="status">`.
 */
export function Resend(props: ComponentPropsWithRef<'button'>) {
  const { resend, phase } = useFormPart('Resend').challenge
  const words = usePartsLabels()
  const seconds = useSecondsUntil(resend?.readyAt ?? 0)
  if (!resend) return null
  const waiting = seconds > 0
  return (
    <div data-part="resending">
      <button
        data-part="resend"
        type="button"
        aria-disabled={waiting || phase === 'answering'}
        onClick={() => void resend()}
        {...props}
      >
        {words.resend}
        {/* For the eyes only: a name that changes every second would be read out every second. */}
        {waiting && <span aria-hidden="true"> {words.resendIn(seconds)}</span>}
      </button>
      <p data-part="note" role="status">
        {resend.count > 0 && (waiting ? words.resent : words.resendReady)}
      </p>
    </div>
  )
}
