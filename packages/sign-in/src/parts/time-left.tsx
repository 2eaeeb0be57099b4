'use client'

import { useEffect, useState } from 'react'
import { useFormPart } from './form-context.ts'
import { useSecondsUntil } from './use-seconds-until.ts'
import { usePartsLabels } from './parts-labels-context.ts'

/**
 * Says how long the step stays open: at first in words, in the last minute by the second, and at
 * the end with a way to start again. Renders a `<p>` and a `<p role="status">`.
 */
export function TimeLeft() {
  const { expiresAt, restart } = useFormPart('TimeLeft').challenge
  const words = usePartsLabels()
  const stage = useStage(expiresAt)
  if (expiresAt === undefined) return null
  return (
    <div data-part="time" data-stage={stage.name}>
      {stage.name === 'open' && <p data-part="note">{words.timeLimit(stage.minutes)}</p>}
      <p data-part="note" role="status">
        {stage.name === 'closing' && words.timeLeft}
        {stage.name === 'over' && words.timedOut}
      </p>
      {stage.name === 'closing' && <Countdown until={expiresAt} />}
      {stage.name === 'over' && (
        <button data-part="restart" type="button" onClick={restart}>
          {words.startAgain}
        </button>
      )}
    </div>
  )
}

/** For the eyes only: said once in words, not every second. */
function Countdown({ until }: { until: number }) {
  const seconds = useSecondsUntil(until)
  return (
    <span data-part="countdown" aria-hidden="true">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  )
}

interface Stage {
  name: 'open' | 'closing' | 'over'
  minutes: number
}

const lastMinute = 60_000

function useStage(expiresAt = 0): Stage {
  const [stage, setStage] = useState<Stage>(() => stageAt(expiresAt))
  useEffect(() => {
    const show = () => setStage(stageAt(expiresAt))
    show()
    const left = expiresAt - Date.now()
    const timers = [left - lastMinute, left].filter((wait) => wait > 0)
    const running = timers.map((wait) => setTimeout(show, wait))
    // A hidden page's timers sleep: what is shown on return must be true.
    document.addEventListener('visibilitychange', show)
    return () => {
      running.forEach(clearTimeout)
      document.removeEventListener('visibilitychange', show)
    }
  }, [expiresAt])
  return stage
}

function stageAt(expiresAt: number): Stage {
  const left = expiresAt - Date.now()
  const minutes = Math.max(1, Math.round(left / lastMinute))
  if (left <= 0) return { name: 'over', minutes }
  return { name: left <= lastMinute ? 'closing' : 'open', minutes }
}
