import { type Auth, AuthError, type AuthSession, useSession } from '@sallyport/sign-in'
import type { UserPool } from '@sallyport/simulator'
import { useState } from 'react'
import type { WireLog } from '../playground/wire-log.ts'
import { dutyPath } from './crew-api.ts'
import { endings } from './endings.ts'
import { LastRequest } from './last-request.tsx'
import { SecondTab } from './second-tab.tsx'
import { TokenAges } from './token-ages.tsx'
import { TokenPeek } from './token-peek.tsx'

export interface SessionPanelProps {
  wire: WireLog
  /** `undefined` for a real pool. */
  pool: UserPool | undefined
  /** Opens the app once more in this page. `undefined` if the tabs of the browser share the session. */
  openTab: (() => Auth) | undefined
}

/** What the kit knows of the session, and what can be done with it. Nothing before the first sign-in. */
export function SessionPanel({ wire, pool, openTab }: SessionPanelProps) {
  const { status, session, reason } = useSession()
  const [said, setSaid] = useState('')
  const [saidOf, setSaidOf] = useState(session)
  const [tab, setTab] = useState<Auth>()
  const [tabIsOpen, setTabIsOpen] = useState(false)
  if (saidOf !== session) {
    setSaidOf(session)
    setSaid('')
  }
  if (!session && !reason && !tabIsOpen) return null

  function toggleTab() {
    if (!tab) setTab(openTab?.())
    setTabIsOpen(!tabIsOpen)
  }

  return (
    <section className="panel session" aria-labelledby="session-title">
      <h2 id="session-title">
        Session <code className="session-state">{status}</code>
      </h2>
      <div className="session-part">
        {session && <TokenAges session={session} pool={pool} />}
        {reason && (
          <p>
            {endings[reason]} <code>{reason}</code>
          </p>
        )}
        <LastRequest wire={wire} />
        {session && <TokenPeek session={session} />}
      </div>
      <div className="session-part">
        {session && <Actions session={session} hasApi={pool !== undefined} onSaid={setSaid} />}
        <p className="session-said" role="status">
          {said}
        </p>
        {openTab ? (
          <button className="button" type="button" onClick={toggleTab}>
            {tabIsOpen ? 'Close the second tab' : 'Open a second tab'}
          </button>
        ) : (
          <a className="button" href={location.href} target="_blank" rel="noreferrer">
            Open a second tab
          </a>
        )}
        {tabIsOpen && tab && <SecondTab auth={tab} />}
        {session && (
          <p className="quiet">
            {openTab
              ? 'The tokens are in the memory of this page, because the pool is: a reload makes a new pool, which would refuse them.'
              : 'The tokens are in localStorage, so a reload and the other tabs find them.'}
          </p>
        )}
      </div>
    </section>
  )
}

interface ActionsProps {
  session: AuthSession
  /** Whether the host app has an API. */
  hasApi: boolean
  onSaid: (said: string) => void
}

function Actions({ session, hasApi, onSaid }: ActionsProps) {
  function say(work: Promise<string>) {
    onSaid('')
    work.then(onSaid, (error: unknown) =>
      onSaid(error instanceof AuthError ? error.message : 'That did not work.'),
    )
  }

  async function refresh() {
    await session.tokens({ forceRefresh: true })
    return 'New tokens.'
  }

  async function callApi() {
    const { status } = await session.fetch(dutyPath)
    return `The crew’s API answered ${status}.`
  }

  async function signOut(everywhere: boolean) {
    const { atService } = await session.signOut({ everywhere })
    return outcomes[atService]
  }

  return (
    <div className="session-actions">
      <button className="button" type="button" onClick={() => say(refresh())}>
        Refresh now
      </button>
      {hasApi && (
        <button className="button" type="button" onClick={() => say(callApi())}>
          Call the API
        </button>
      )}
      <button className="button" type="button" onClick={() => say(signOut(false))}>
        Sign out
      </button>
      <button className="button" type="button" onClick={() => say(signOut(true))}>
        Sign out everywhere
      </button>
    </div>
  )
}

const outcomes = {
  revoked: 'The service has revoked the tokens.',
  failed: 'The service was not reached or refused: the refresh token may still work.',
  none: 'There was nothing to revoke.',
}
