import type { AuthSession, AuthTokens } from '@sallyport/sign-in'
import { useState } from 'react'

const kinds = {
  idToken: 'ID token',
  accessToken: 'Access token',
  refreshToken: 'Refresh token',
} as const

/** Shows, on demand, the first and last characters of each token. */
export function TokenPeek({ session }: { session: AuthSession }) {
  const [peeked, setPeeked] = useState<Record<string, string>>()

  async function peek() {
    const tokens = await session.tokens()
    const names = Object.keys(kinds) as (keyof typeof kinds)[]
    setPeeked(Object.fromEntries(names.map((name) => [name, masked(tokens[name])])))
  }

  if (!peeked) {
    return (
      <button className="button" type="button" onClick={() => void peek()}>
        Peek at the tokens
      </button>
    )
  }
  return (
    <dl className="peek">
      {Object.entries(kinds).map(([name, label]) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            <bdi dir="ltr">{peeked[name]}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A token is never shown whole: whoever has it can act as the user. */
function masked(token: AuthTokens[keyof typeof kinds]): string {
  if (token === undefined) return 'none'
  return `${token.slice(0, 6)}…${token.slice(-4)} (${token.length.toLocaleString('en-GB')} characters)`
}
