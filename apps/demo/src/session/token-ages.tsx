import type { AuthSession } from '@sallyport/sign-in'
import type { UserPool } from '@sallyport/simulator'
import { formatDuration } from '../playground/format-duration.ts'
import { refreshLifetime, useTokenTimes } from './use-token-times.ts'

export interface TokenAgesProps {
  session: AuthSession
  /** `undefined` for a real pool, whose clock nobody here can read. */
  pool: UserPool | undefined
}

/** How long the tokens are still valid, and when they are refreshed. */
export function TokenAges({ session, pool }: TokenAgesProps) {
  const times = useTokenTimes(session, pool)
  if (!times) return null
  const { accessLeft, accessLifetime, refreshLeft, untilRefresh } = times
  return (
    <>
      <dl className="ages">
        <Age name="Access token" left={accessLeft} lifetime={accessLifetime} />
        {pool && <Age name="Refresh token" left={refreshLeft} lifetime={refreshLifetime} />}
        <div className="age">
          <dt>Next refresh</dt>
          <dd>
            <bdi dir="ltr">{untilRefresh === 0 ? 'now' : `in ${formatDuration(untilRefresh)}`}</bdi>
          </dd>
        </div>
      </dl>
      {accessLeft <= 0 && refreshLeft > 0 && (
        <p className="ages-note">
          The service does not accept this access token any more. The kit goes by the clock of this
          device, so it learns of it from the next call: a 401, then new tokens, then the call once
          more.
        </p>
      )}
      {refreshLeft <= 0 && (
        <p className="ages-note">
          The refresh token is too old as well: the next refresh ends the session.
        </p>
      )}
    </>
  )
}

function Age({ name, left, lifetime }: { name: string; left: number; lifetime: number }) {
  const isOver = left <= 0
  return (
    <div className="age" data-over={isOver}>
      <dt>{name}</dt>
      <dd>{isOver ? 'expired' : <bdi dir="ltr">{formatDuration(left)}</bdi>}</dd>
      <dd className="age-bar" aria-hidden="true">
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" data-low={left < lifetime / 10}>
          <rect width={(100 * Math.max(0, left)) / lifetime} height="1" />
        </svg>
      </dd>
    </div>
  )
}
