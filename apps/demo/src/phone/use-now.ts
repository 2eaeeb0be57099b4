import type { UserPool } from '@sallyport/simulator'
import { useEffect, useState } from 'react'

/** The service's time, every second and whenever something happens there. */
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
