import type { SentMessage, UserPool } from '../packages/simulator/src/index.ts'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

export interface PhoneProps {
  pool: UserPool
  username: string
}

/** The phone of the user: the messages of the pool and an authenticator app. */
export function Phone({ pool, username }: PhoneProps) {
  const outbox = useOutbox(pool)
  const authenticator = useAuthenticator(pool, username)
  const empty = outbox.length === 0 && !authenticator
  return (
    <aside className="phone" aria-label="Your phone">
      <div className="phone-screen" dir="ltr">
        <p className="phone-time" aria-hidden="true">
          9:41
        </p>
        {empty && <p className="phone-empty">Text messages, e-mails and app codes arrive here.</p>}
        {authenticator && (
          <section className="phone-card" aria-label="Authenticator">
            <h3>
              Authenticator <small>{authenticator.secondsLeft} s</small>
            </h3>
            <Code code={authenticator.code} />
          </section>
        )}
        {outbox.toReversed().map((message, index) => (
          <Notification key={outbox.length - index} {...message} />
        ))}
      </div>
    </aside>
  )
}

function Notification({ medium, destination, code }: SentMessage) {
  const app = medium === 'SMS' ? 'Messages' : 'Mail'
  return (
    <section className="phone-card" aria-label={app}>
      <h3>
        {app} <small>{destination}</small>
      </h3>
      <p>Your code is</p>
      <Code code={code} />
    </section>
  )
}

/** A button that types the code into the form. */
function Code({ code }: { code: string }) {
  return (
    <button type="button" className="phone-code" title="Type it in" onClick={() => typeIn(code)}>
      {code}
    </button>
  )
}

function typeIn(code: string) {
  const input = document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')
  if (!input) return
  input.focus()
  input.setRangeText(code, 0, input.value.length, 'end')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

function useOutbox(pool: UserPool): readonly SentMessage[] {
  const subscribe = useCallback((changed: () => void) => pool.subscribe(changed), [pool])
  return useSyncExternalStore(subscribe, () => pool.outbox)
}

function useAuthenticator(pool: UserPool, username: string) {
  const [shown, setShown] = useState(() => pool.totp(username))
  useEffect(() => {
    const show = () => setShown(pool.totp(username))
    const timer = setInterval(show, 1000)
    const unsubscribe = pool.subscribe(show)
    return () => {
      clearInterval(timer)
      unsubscribe()
    }
  }, [pool, username])
  return shown
}
