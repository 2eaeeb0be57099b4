import { type ReactNode, useRef, useState } from 'react'
import {
  AuthProvider,
  type AuthSession,
  SignIn,
  type SignInProps,
  useAuthChallenge,
} from '../packages/sign-in/src/index.ts'
import './live-sign-in.css'
import { Phone } from './phone.tsx'
import { type Live, type Scenario, username } from './scenarios.ts'

export interface LiveSignInProps extends SignInProps {
  live: Live
  /** Replaces `<SignIn>`. */
  with?: ReactNode
}

/** A whole sign-in with a simulated pool and the phone of the user. */
export function LiveSignIn({ live, ...props }: LiveSignInProps) {
  return <Gate key={live.scenario.title} live={live} {...props} />
}

function Gate({ live, with: replacement, ...signIn }: LiveSignInProps) {
  // The first value stays: a change of theme opens a new pool, which must not end the sign-in.
  const [{ auth, pool, scenario }] = useState(live)
  return (
    <AuthProvider auth={auth}>
      <div className="live">
        <div className="live-app">
          {replacement ?? (
            <SignIn {...signIn}>{(session) => <SignedIn session={session} />}</SignIn>
          )}
          <Credentials scenario={scenario} />
        </div>
        <Phone pool={pool} username={username} />
      </div>
    </AuthProvider>
  )
}

/** Shows the username and the password, with a button that fills them in. */
function Credentials({ scenario: { password } }: { scenario: Scenario }) {
  const { challenge } = useAuthChallenge()
  const element = useRef<HTMLParagraphElement>(null)
  if (challenge?.name !== 'SIGN_IN') return null

  function fillIn() {
    const form = element.current?.parentElement?.querySelector('form')
    for (const [name, text] of Object.entries({ username, password })) {
      const input = form?.elements.namedItem(name)
      if (input instanceof HTMLInputElement && text) input.value = text
    }
    form?.querySelector<HTMLElement>('[type="submit"], button:not([type])')?.focus()
  }

  return (
    <p className="live-who" ref={element}>
      <span>
        You are <b>{username}</b>
        {password && (
          <>
            , password <b>{password}</b>
          </>
        )}
      </span>
      <button type="button" className="live-button" onClick={fillIn}>
        Fill in
      </button>
    </p>
  )
}

function SignedIn({ session }: { session: AuthSession }) {
  return (
    <section className="live-done" aria-labelledby="signed-in">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="m5 12.5 4.5 4.5L19 7.5" />
      </svg>
      <h2 id="signed-in">Signed in</h2>
      <p>
        You are <b>{session.user.username}</b>, and the last door is open.
      </p>
      <button type="button" className="live-button" onClick={() => void session.signOut()}>
        Sign out
      </button>
    </section>
  )
}
