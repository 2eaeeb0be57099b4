'use client'

import { type ComponentPropsWithRef, useEffect, useState } from 'react'
import { useFormPart } from './form-context.ts'
import { usePartsLabels } from './parts-labels-context.ts'

/**
 * Sends the answer. Renders a `<button>` that stays focusable while the answer is under way, and a
 * `<p role="status">` that says so once it takes long enough to wonder.
 */
export function Submit(props: ComponentPropsWithRef<'button'>) {
  const { challenge } = useFormPart('Submit')
  const { working, stillWorking } = usePartsLabels()
  const answering = challenge.phase === 'answering'
  const waited = useWaited(answering)
  return (
    <>
      <button data-part="submit" type="submit" aria-disabled={answering} {...props} />
      <p data-part="status" role="status">
        {answering && (waited === 2 ? stillWorking : waited === 1 && working)}
      </p>
    </>
  )
}

const marks = [400, 4000] // milliseconds

/** How many of the marks have gone by. */
function useWaited(waiting: boolean): number {
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    if (!waiting) return
    const timers = marks.map((mark, index) => setTimeout(() => setWaited(index + 1), mark))
    return () => {
      timers.forEach(clearTimeout)
      setWaited(0)
    }
  }, [waiting])
  return waited
}
