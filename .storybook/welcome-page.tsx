import { LiveSignIn } from './live-sign-in.tsx'
import { type Live, type ScenarioName, scenarios } from './scenarios.ts'
import './welcome-page.css'

export interface WelcomePageProps {
  live: Live
  scenario: ScenarioName
  onScenario: (picked: ScenarioName) => void
}

export function WelcomePage({ live, scenario, onScenario }: WelcomePageProps) {
  return (
    <main className="welcome">
      <header>
        <p className="welcome-name">
          <Gate /> Sallyport
        </p>
        <h1>Sign-in for React, whatever Cognito asks</h1>
        <p className="welcome-lead">
          A sally port is a gate of several doors, each opened only when the one before it has
          closed. Amazon Cognito signs people in like that: it asks for one thing after another
          until it hands out tokens. Sallyport walks people through, with the right form at every
          door.
        </p>
      </header>

      <section className="welcome-live" aria-labelledby="try">
        <h2 id="try">Try it here</h2>
        <p>
          A whole user pool runs in this page, and nothing leaves it. Pick what it asks for, then
          sign in.
        </p>
        <fieldset className="welcome-pools" aria-label="The user pool">
          {Object.entries(scenarios).map(([name, { title }]) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === scenario}
              onClick={() => onScenario(name as ScenarioName)}
            >
              {title}
            </button>
          ))}
        </fieldset>
        <LiveSignIn live={live} />
      </section>

      <section aria-labelledby="doors">
        <h2 id="doors">Every door, one by one</h2>
        <p>
          Each page shows one challenge as it is asked, answered and refused, in our words and
          yours.
        </p>
        <ul className="welcome-doors">
          {doors.map(({ page, name, says }) => (
            <li key={name}>
              <a href={`./?path=/docs/${page}--docs`} target="_top">
                {name}
              </a>
              <span>{says}</span>
            </li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="use">
        <h2 id="use">In your app</h2>
        <pre>
          <code>{drop}</code>
        </pre>
      </section>
    </main>
  )
}

const doors = [
  { page: 'sign-in-start', name: 'Sign in', says: 'Username and password' },
  { page: 'challenges-sms-mfa', name: 'SMS_MFA', says: 'A code by text message' },
  { page: 'challenges-email-otp', name: 'EMAIL_OTP', says: 'A code by e-mail' },
  {
    page: 'challenges-software-token-mfa',
    name: 'SOFTWARE_TOKEN_MFA',
    says: 'A code from an authenticator app',
  },
  {
    page: 'challenges-select-mfa-type',
    name: 'SELECT_MFA_TYPE',
    says: 'Which of the ways to use',
  },
  { page: 'challenges-mfa-setup', name: 'MFA_SETUP', says: 'A first second factor' },
  {
    page: 'challenges-new-password-required',
    name: 'NEW_PASSWORD_REQUIRED',
    says: 'An own password and missing details',
  },
  {
    page: 'challenges-custom-challenge',
    name: 'CUSTOM_CHALLENGE',
    says: 'Whatever your Lambda functions ask',
  },
  {
    page: 'challenges-remember-device',
    name: 'REMEMBER_DEVICE',
    says: 'Whether the next time goes without a code',
  },
  { page: 'challenges-unknown', name: 'UNKNOWN', says: 'What nobody has heard of yet' },
]

const drop = `const auth = createAuth({ userPoolId, clientId })

<AuthProvider auth={auth}>
  <SignIn>{(session) => <App user={session.user} />}</SignIn>
</AuthProvider>`

function Gate() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 21V11a9 9 0 0 1 18 0v10M7.5 21V11.5a4.5 4.5 0 0 1 9 0V21M3 21h18" />
    </svg>
  )
}
