import { SignIn, type SignInProps } from '@sallyport/sign-in'
import { Hero } from './hero.tsx'
import { Logo } from './logo.tsx'
import { Tonight } from './tonight.tsx'

export interface NightjarProps {
  forms: NonNullable<SignInProps['forms']>
  /** Whether a signed-in user can register a passkey. */
  passkeys?: boolean
}

const labels = {
  SIGN_IN: { title: 'Crew sign-in' },
  MFA_SETUP: { app: { issuer: () => 'Nightjar' } },
} satisfies SignInProps['labels']

/** The host app: the staff page of a made-up train company. Needs an `AuthProvider` above. */
export function Nightjar({ forms, passkeys = false }: NightjarProps) {
  return (
    <div className="nightjar">
      <header className="nightjar-head">
        <p className="nightjar-name">
          <Logo /> Nightjar <span className="nightjar-kind">Sleeper trains</span>
        </p>
        <p className="nightjar-tag">Crew room</p>
      </header>
      <div className="nightjar-body">
        <Hero />
        <div className="nightjar-desk">
          <SignIn forms={forms} labels={labels} fallback={<Moment />}>
            {(session) => <Tonight session={session} passkeys={passkeys} />}
          </SignIn>
        </div>
      </div>
    </div>
  )
}

/** Shown until it is known who is signed in. */
function Moment() {
  return (
    <p className="moment" role="status">
      Checking who is signed in
    </p>
  )
}
