import type { AuthSession, AuthTokens } from '@sallyport/sign-in'
import type { UserPool } from '@sallyport/simulator'
import { useEffect, useState } from 'react'

/** How long the tokens are still valid, in milliseconds. */
export interface TokenTimes {
  /** By the clock of the service. Negative after expiry. */
  accessLeft: number
  accessLifetime: number
  refreshLeft: number
  /** By the clock of this device, which the kit goes by. */
  untilRefresh: number
}

/** The lifetime of refresh tokens unless an app client has another. */
export const refreshLifetime = 30 * 24 * 3_600_000

/** Reads the times of the tokens every second. `undefined` until they are known. */
export function useTokenTimes(
  session: AuthSession,
  pool: UserPool | undefined,
): TokenTimes | undefined {
  const [times, setTimes] = useState<TokenTimes>()

  useEffect(() => {
    let isWanted = true

    async function look() {
      // A hidden page refreshes no tokens only to show their age.
      if (document.visibilityState !== 'visible') return
      const tokens = await session.tokens().catch(() => undefined)
      const now = Date.now()
      if (isWanted && tokens) setTimes(readTimes(tokens, now, pool?.clock.now() ?? now))
    }

    void look()
    const timer = setInterval(() => void look(), 1000)
    return () => {
      isWanted = false
      clearInterval(timer)
    }
  }, [session, pool])

  return times
}

function readTimes(tokens: AuthTokens, now: number, serviceNow: number): TokenTimes {
  const { exp, iat, auth_time: signedInAt } = readClaims(tokens.accessToken)
  const accessLifetime = (exp - iat) * 1000
  // As the kit does: a minute before expiry, or earlier in a short life.
  const margin = Math.min(60_000, accessLifetime / 10)
  return {
    accessLeft: exp * 1000 - serviceNow,
    accessLifetime,
    refreshLeft: signedInAt * 1000 + refreshLifetime - serviceNow,
    untilRefresh: Math.max(0, tokens.expiresAt - margin - now),
  }
}

interface TimeClaims {
  exp: number
  iat: number
  auth_time: number
}

function readClaims(jwt: string): TimeClaims {
  const payload = jwt.split('.')[1] ?? ''
  return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as TimeClaims
}
