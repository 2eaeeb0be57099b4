import { useEffect, useState } from 'react'

/** Whole seconds until `moment` (milliseconds since the epoch), and 0 after it. */
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
