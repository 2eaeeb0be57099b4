import type { UserPool } from '@sallyport/simulator'
import { useState } from 'react'
import { formatDuration } from './format-duration.ts'

const steps = [
  { seconds: 30, label: '+30 s' },
  { seconds: 180, label: '+3 min' },
  { seconds: 3600, label: '+1 h' },
  { seconds: 30 * 86_400, label: '+30 d' },
]

/** Advances the clock of the simulated service, so that Sessions, codes and tokens expire. */
export function ServiceClock({ pool }: { pool: UserPool }) {
  const [offset, setOffset] = useState(0)

  function advance(seconds: number) {
    pool.clock.advance(seconds)
    setOffset(offset + seconds)
  }

  return (
    <section className="panel clock" aria-labelledby="clock-title">
      <h2 id="clock-title">Service clock</h2>
      <p className="clock-now" role="status">
        {offset === 0 ? 'In step with yours' : `${formatDuration(offset * 1000)} ahead`}
      </p>
      <div className="clock-steps">
        {steps.map(({ seconds, label }) => (
          <button
            className="button"
            key={label}
            type="button"
            dir="ltr"
            onClick={() => advance(seconds)}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  )
}
