/** A table of the claims in the ID token. */
export function Claims({ claims }: { claims: Readonly<Record<string, unknown>> }) {
  const rows = Object.entries(claims).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return (
    <details className="claims">
      <summary>All {rows.length} claims</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="ltr">{inWords(name, value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function inWords(name: string, value: unknown): string {
  if (['auth_time', 'exp', 'iat'].includes(name) && typeof value === 'number') {
    return new Date(value * 1000).toLocaleString('en-GB')
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}
