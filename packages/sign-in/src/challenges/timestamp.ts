const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * Writes a time as `Tue Feb 3 04:05:06 UTC 2026`: see `docs/cognito.md#password-verifier-timestamp`. It does
 * not use the formatters of the browser, because they follow the language of the user.
 */
export function timestampAt(date: Date): string {
  const month = months[date.getUTCMonth()]
  const time = date.toISOString().slice(11, 19)
  const day = `${days[date.getUTCDay()]} ${month} ${date.getUTCDate()}`
  return `${day} ${time} UTC ${date.getUTCFullYear()}`
}
