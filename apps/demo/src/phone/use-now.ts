import { useEffect, useState } from 'react'

/** The time on a clock, looked at every second and whenever `changed` says so. */
export function useNow(clock: { now(): number }): number {
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 1000)
    return () => clearInterval(timer)
  }, [clock])
  return now
}
