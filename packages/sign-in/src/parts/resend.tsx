'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { laterPartsLabels } from './later-parts.labels.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { useSecondsUntil } from './use-seconds-until.ts'
import { withRef } from './with-ref.ts'

/**
 * Sends another code. Renders a `<button>`, which gets the attributes and shows the seconds until it
 * works again, and a `<p role="status">`, or nothing where the challenge sends no code.
 */
export const Resend = withRef(function Resend({
  children,
  ...props
}: ComponentPropsWithRef<'button'>) {
  const { resend, phase } = useFormPart('Resend').challenge
  const labels = usePartsLabels(laterPartsLabels)
  const seconds = useSecondsUntil(resend?.readyAt ?? 0)
  if (!resend) return null
  const waiting = seconds > 0
  const ownProps = {
    'data-part': 'resend',
    type: 'button',
    'aria-disabled': waiting || phase === 'answering',
    onClick: () => void resend(),
  } as const
  return (
    <div data-part="resending">
      <button {...mergeProps(ownProps, props)}>
        {children ?? labels.resend}
        {/* Hidden from screen readers, which would read the name of the button every second. */}
        {waiting && <span aria-hidden="true"> {labels.resendIn(seconds)}</span>}
      </button>
      <p data-part="note" role="status">
        {resend.count > 0 && (waiting ? labels.resent : labels.resendReady)}
      </p>
    </div>
  )
})
