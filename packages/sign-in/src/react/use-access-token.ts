'use client'

import { useEffect, useState } from 'react'
import { useSession } from './use-session.ts'

const maxTimerMs = 3_600_000
const retryMs = 5000

/**
 * Returns the access token and keeps it fresh. `undefined` until it is known, and if nobody is signed in.
 * For code that cannot wait. Other code should use `await session.tokens()`, which never returns an expired token.
 */
export function useAccessToken(): string | undefined {
  const { session } = useSession()
  const [received, setReceived] = useState<{ session: object; accessToken: string }>()

  useEffect(() => {
    if (!session) return
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined

    async function update() {
      const ms = await session?.tokens().then(
        ({ accessToken, expiresAt }) => {
          if (isWanted && session) setReceived({ session, accessToken })
          return expiresAt - Date.now() - 60_000
        },
        () => 0,
      )
      if (isWanted)
        timer = setTimeout(() => void update(), Math.min(Math.max(ms ?? 0, retryMs), maxTimerMs))
    }

    void update()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [session])

  return session && received?.session === session ? received.accessToken : undefined
}
