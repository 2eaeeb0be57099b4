import type { AuthSession, AuthTokens as TokenSet } from '@sallyport/sign-in'
import { useEffect, useState } from 'react'

const kinds = {
  idToken: 'ID token',
  accessToken: 'Access token',
  refreshToken: 'Refresh token',
} as const

/** Shows when the tokens expire and, on demand, the first and last characters of each. */
export function Tokens({ session }: { session: AuthSession }) {
  const [expiresAt, setExpiresAt] = useState<number>()
  const [peeked, setPeeked] = useState<Record<string, string>>({})

  useEffect(() => {
    void session.tokens().then((tokens) => setExpiresAt(tokens.expiresAt))
  }, [session])

  async function peek() {
    const tokens = await session.tokens()
    const names = Object.keys(kinds) as (keyof typeof kinds)[]
    setPeeked(Object.fromEntries(names.map((name) => [name, masked(tokens[name])])))
  }

  return (
    <section aria-labelledby="tokens-title">
      <h3 id="tokens-title">Tokens</h3>
      <p>
        {expiresAt !== undefined && (
          <>
            Good until{' '}
            <time dateTime={new Date(expiresAt).toISOString()}>{timeOfDay.format(expiresAt)}</time>.
          </>
        )}
      </p>
      {Object.keys(peeked).length > 0 ? (
        <dl className="tokens">
          {Object.entries(kinds).map(([name, label]) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd dir="ltr">{peeked[name]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <button className="tonight-button" type="button" onClick={() => void peek()}>
          Take a peek
        </button>
      )}
    </section>
  )
}

/** A token is never shown whole: whoever has it can act as the user. */
function masked(token: TokenSet[keyof typeof kinds]): string {
  if (token === undefined) return 'none'
  return `${token.slice(0, 6)}…${token.slice(-4)} (${token.length.toLocaleString('en-GB')} characters)`
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
