import type { UserPool } from '@sallyport/simulator'
import { useEffect, useState } from 'react'

/** The time of the service. It updates every second and after every change of the pool. */
export function useNow(pool: UserPool): number {
  const [now, setNow] = useState(() => pool.clock.now())
  useEffect(() => {
    const look = () => setNow(pool.clock.now())
    const timer = setInterval(look, 1000)
    const leave = pool.subscribe(look)
    return () => {
      clearInterval(timer)
      leave()
    }
  }, [pool])
  return now
}
