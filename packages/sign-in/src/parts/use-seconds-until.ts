import { useEffect, useState } from 'react'

/** Whole seconds until a moment (milliseconds since the epoch), or 0 once it has passed. */
export function useSecondsUntil(moment: number): number {
  const [now, setNow] = useState(() => Date.now())
  const seconds = Math.max(0, Math.ceil((moment - now) / 1000))

  useEffect(() => {
    if (moment <= Date.now()) return
    const tick = () => {
      setNow(Date.now())
      if (moment <= Date.now()) clearInterval(timer)
    }
    const timer = setInterval(tick, 1000)
    tick()
    return () => clearInterval(timer)
  }, [moment])

  return seconds
}
