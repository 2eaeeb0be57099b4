'use client'

import { type ComponentPropsWithRef, useEffect, useState } from 'react'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { laterPartsLabels } from './later-parts.labels.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { useSecondsUntil } from './use-seconds-until.ts'
import { withRef } from './with-ref.ts'

/**
 * Says how long the step stays open: in minutes, in seconds during the last minute, and at the end
 * with a button that starts again. Renders a `<div>`, which gets the attributes, or nothing where
 * the challenge has no time limit.
 */
export const TimeLeft = withRef(function TimeLeft(
  props: Omit<ComponentPropsWithRef<'div'>, 'children'>,
) {
  const { expiresAt, restart } = useFormPart('TimeLeft').challenge
  const labels = usePartsLabels(laterPartsLabels)
  const left = useTimeUntil(expiresAt ?? 0)
  if (expiresAt === undefined) return null
  const isOver = left <= 0
  const isLastMinute = !isOver && left <= minute
  return (
    <div {...mergeProps({ 'data-part': 'time' }, props)}>
      {left > minute && <p data-part="note">{labels.timeLimit(Math.round(left / minute))}</p>}
      <p data-part="note" role="status">
        {isLastMinute && labels.timeLeft}
        {isOver && labels.timedOut}
      </p>
      {isLastMinute && <Countdown until={expiresAt} />}
      {isOver && (
        <button data-part="start-again" type="button" onClick={restart}>
          {labels.startAgain}
        </button>
      )}
    </div>
  )
})

/** Hidden from screen readers, which would read it out every second. */
function Countdown({ until }: { until: number }) {
  const seconds = useSecondsUntil(until)
  return (
    <span data-part="countdown" aria-hidden="true">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  )
}

const minute = 60_000 // milliseconds

/**
 * Milliseconds until `moment`. Renders only when the last minute begins, at the end, and when the page is
 * shown again.
 */
function useTimeUntil(moment: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const update = () => setNow(Date.now())
    update()
    const left = moment - Date.now()
    const timers = [left - minute, left]
      .filter((delay) => delay > 0)
      .map((delay) => setTimeout(update, delay))
    // The timers of a hidden page stop: when the page is shown again, `now` can be old.
    document.addEventListener('visibilitychange', update)
    return () => {
      timers.forEach(clearTimeout)
      document.removeEventListener('visibilitychange', update)
    }
  }, [moment])
  return moment - now
}
