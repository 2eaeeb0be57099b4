import type { ReactNode } from 'react'
import {
  AuthProvider,
  type Session,
  SignIn,
  type SignInProps,
} from '../packages/sign-in/src/index.ts'
import { Phone } from './phone.tsx'
import { type Live, username } from './scenarios.ts'

export interface LiveSignInProps extends SignInProps {
  live: Live
  /** Stands in for our whole `<SignIn>`. */
  with?: ReactNode
}

/** The whole sign-in before a pool in this page, with the user's phone beside it. */
export function LiveSignIn({ live, with: own, ...signIn }: LiveSignInProps) {
  const { auth, pool, scenario } = live
  return (
    <AuthProvider auth={auth}>
      <div className="live">
        <div className="live-app">
          {own ?? <SignIn {...signIn}>{(session) => <SignedIn session={session} />}</SignIn>}
          <p className="live-who">
            Username <b>{username}</b>
            {scenario.password && (
              <>
                , password <b>{scenario.password}</b>
              </>
            )}
          </p>
        </div>
        <Phone pool={pool} username={username} />
      </div>
    </AuthProvider>
  )
}

function SignedIn({ session }: { session: Session }) {
  return (
    <section className="signed-in" aria-labelledby="signed-in">
      <h2 id="signed-in">Signed in</h2>
      <p>
        You are <b>{session.user.username}</b>, and the gate is open.
      </p>
      <button type="button" onClick={() => void session.signOut()}>
        Sign out
      </button>
    </section>
  )
}
