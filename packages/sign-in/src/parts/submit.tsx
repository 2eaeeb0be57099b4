'use client'

import { type ComponentPropsWithRef, useEffect, useState } from 'react'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { partsLabels } from './parts.labels.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { withRef } from './with-ref.ts'

/**
 * Sends the answer. Renders a `<button>`, which gets the attributes and keeps the focus while the
 * answer is under way, and a `<p role="status">` that says so when it takes long.
 */
export const Submit = withRef(function Submit(props: ComponentPropsWithRef<'button'>) {
  const { phase } = useFormPart('Submit').challenge
  const { working, stillWorking } = usePartsLabels(partsLabels)
  const [status, setStatus] = useState('')
  const answering = phase === 'answering'
  useEffect(() => {
    if (!answering) return
    const timers = [
      setTimeout(() => setStatus(working), 400),
      setTimeout(() => setStatus(stillWorking), 4000),
    ]
    return () => {
      timers.forEach(clearTimeout)
      setStatus('')
    }
  }, [answering, working, stillWorking])

  const ownProps = { 'data-part': 'submit', type: 'submit', 'aria-disabled': answering } as const
  return (
    <>
      <button {...mergeProps(ownProps, props)} />
      <p data-part="status" role="status">
        {answering && status}
      </p>
    </>
  )
})
