import type { Message, UserPool } from '../packages/simulator/src/index.ts'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

export interface PhoneProps {
  pool: UserPool
  username: string
}

/** What the user of the simulated pool holds in hand: its messages, and an authenticator app. */
export function Phone({ pool, username }: PhoneProps) {
  const outbox = useOutbox(pool)
  const authenticator = useAuthenticator(pool, username)
  return (
    <aside className="phone" aria-label="The user’s phone">
      <div className="phone-screen">
        {authenticator && (
          <section className="app" aria-label="Authenticator">
            <h3>Authenticator</h3>
            <Code code={authenticator.code} />
            <meter min={0} max={30} value={authenticator.secondsLeft} aria-label="Seconds left" />
          </section>
        )}
        {outbox.toReversed().map((message) => (
          <Notification key={`${message.sentAt} ${message.code}`} {...message} />
        ))}
        {outbox.length === 0 && !authenticator && (
          <p className="phone-empty">Text messages, e-mails and app codes show up here.</p>
        )}
      </div>
    </aside>
  )
}

function Notification({ medium, destination, code }: Message) {
  return (
    <section className="message" aria-label={medium === 'SMS' ? 'Text message' : 'E-mail'}>
      <h3>
        {medium === 'SMS' ? 'Messages' : 'Mail'} <small>{destination}</small>
      </h3>
      <p>
        Your code is <Code code={code} />
      </p>
    </section>
  )
}

/** A press types it into the form, as a phone offers above its keyboard. */
function Code({ code }: { code: string }) {
  return (
    <button type="button" className="code" title="Type it in" onClick={() => typeIn(code)}>
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

function useOutbox(pool: UserPool): readonly Message[] {
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
