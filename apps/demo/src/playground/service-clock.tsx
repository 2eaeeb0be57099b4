import type { UserPool } from '@sallyport/simulator'
import { useState } from 'react'

const steps = [
  { seconds: 30, label: '+30 s' },
  { seconds: 180, label: '+3 min' },
  { seconds: 3600, label: '+1 h' },
]

/** Advances the clock of the simulated service, so that Sessions and codes expire. */
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
        {offset === 0 ? 'In step with yours' : `${formatDuration(offset)} ahead`}
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

function formatDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return [minutes > 0 && `${minutes} min`, seconds % 60 > 0 && `${seconds % 60} s`]
    .filter(Boolean)
    .join(' ')
}
