import type { AuthSession } from '@sallyport/sign-in'
import { useEffect, useRef } from 'react'
import { AddPasskey } from './add-passkey.tsx'
import { Claims } from './claims.tsx'

interface TonightProps {
  session: AuthSession
  /** Whether the pool allows passkeys. */
  passkeys: boolean
}

/** The page of a signed-in user. */
export function Tonight({ session, passkeys }: TonightProps) {
  const { user, signOut } = session
  const { name } = user.claims
  const called = typeof name === 'string' ? name.split(' ')[0] : user.username
  const title = useRef<HTMLHeadingElement>(null)
  // The form had the focus and is gone, so the heading takes it.
  useEffect(() => title.current?.focus(), [])

  return (
    <div className="tonight">
      <div className="tonight-head">
        <h2 ref={title} tabIndex={-1}>
          Good evening, {called}
        </h2>
        <button className="tonight-out" type="button" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
      <Duty />
      <section aria-labelledby="who-title">
        <h3 id="who-title">Who you are here</h3>
        <p className="tonight-groups">
          <strong>{user.username}</strong>
          {user.groups.map((group) => (
            <span className="group" key={group}>
              {group}
            </span>
          ))}
        </p>
        <Claims claims={user.claims} />
      </section>
      {passkeys && <AddPasskey session={session} />}
    </div>
  )
}

function Duty() {
  return (
    <section className="duty" aria-labelledby="duty-title">
      <h3 id="duty-title">Tonight’s duty</h3>
      <p className="duty-train">NJ 402 “Nocturne”</p>
      <ol className="duty-stops">
        <li>
          <time>21:47</time> Harbour Central <span className="duty-note">platform 4</span>
        </li>
        <li>
          <time>02:10</time> Moorgate Halt <span className="duty-note">crew change</span>
        </li>
        <li>
          <time>07:32</time> Lakehead <span className="duty-note">breakfast served</span>
        </li>
      </ol>
    </section>
  )
}
