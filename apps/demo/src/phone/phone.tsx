import type { UserPool } from '@sallyport/simulator'
import { useState, useSyncExternalStore } from 'react'
import { Authenticator } from './authenticator.tsx'
import { Notification } from './notification.tsx'
import { fillIn } from './type-in.ts'
import { useNow } from './use-now.ts'

export interface PhoneProps {
  pool: UserPool
  username: string
}

/** The phone of the user: the messages of the pool and an authenticator app. */
export function Phone({ pool, username }: PhoneProps) {
  const outbox = useSyncExternalStore(pool.subscribe, () => pool.outbox)
  const now = useNow(pool)
  const [status, setStatus] = useState('')
  const newestFirst = outbox.toReversed().slice(0, 4)

  async function typeIn(code: string) {
    const typed = await fillIn({ 'one-time-code': code })
    setStatus(typed ? '' : 'No field on the page asks for a code just now.')
  }

  async function copy(code: string) {
    const copied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    )
    setStatus(copied ? 'Copied.' : 'The browser does not let this page copy.')
  }

  const actions = {
    onType: (code: string) => void typeIn(code),
    onCopy: (code: string) => void copy(code),
  }
  return (
    <section className="phone" aria-labelledby="phone-title">
      <div className="phone-screen">
        <div className="phone-top">
          <h2 id="phone-title">Robin’s phone</h2>
          <time className="phone-time" dateTime={new Date(now).toISOString()}>
            {clockFace.format(now)}
          </time>
        </div>
        <ul className="messages" aria-live="polite" aria-label="Messages">
          {newestFirst.map((message) => (
            <Notification key={message.sentAt + message.code} message={message} {...actions} />
          ))}
        </ul>
        {outbox.length === 0 && <p className="phone-quiet">No messages. A quiet night so far.</p>}
        <Authenticator pool={pool} username={username} {...actions} />
        <p className="phone-said" role="status">
          {status}
        </p>
      </div>
    </section>
  )
}

const clockFace = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
