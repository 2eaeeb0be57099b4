import type { UserPool } from '@sallyport/simulator'
import { CodeActions, type CodeActionsProps } from './code-actions.tsx'
import { useNow } from './use-now.ts'

export interface AuthenticatorProps extends Omit<CodeActionsProps, 'code' | 'what'> {
  pool: UserPool
  username: string
}

const period = 30

/** An authenticator app. It has a new account as soon as the page shows its secret. */
export function Authenticator({ pool, username, ...actions }: AuthenticatorProps) {
  useNow(pool)
  const account = pool.totp(username)
  return (
    <section className="authenticator" aria-labelledby="authenticator-title">
      <h3 id="authenticator-title">Authenticator</h3>
      {account ? (
        <>
          <div className="account">
            <p className="account-name">
              Nightjar <span className="account-user">{username}</span>
              {!account.verified && <span className="badge">pending</span>}
            </p>
            <p className="account-code">
              <span className="code" dir="ltr">
                {account.code.replace(/(?=...$)/, ' ')}
              </span>
              <Ring secondsLeft={account.secondsLeft} />
            </p>
          </div>
          <CodeActions code={account.code} what="the app’s code" {...actions} />
        </>
      ) : (
        <p className="phone-quiet">No accounts yet.</p>
      )}
    </section>
  )
}

/** The seconds that the code is still valid, as a ring. */
function Ring({ secondsLeft }: { secondsLeft: number }) {
  return (
    <svg className="ring" viewBox="0 0 24 24" role="img" aria-label={`${secondsLeft} seconds left`}>
      <circle className="ring-whole" cx="12" cy="12" r="9" />
      <circle
        className="ring-left"
        data-closing={secondsLeft <= 5}
        cx="12"
        cy="12"
        r="9"
        pathLength={period}
        strokeDasharray={`${secondsLeft} ${period}`}
      />
    </svg>
  )
}
