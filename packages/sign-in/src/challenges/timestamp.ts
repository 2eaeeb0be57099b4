const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * `Tue Feb 3 04:05:06 UTC 2026`: English, in UTC, the day not padded. From tables: a formatter that
 * follows the user's language would fail everywhere but at home.
 */
export function timestampAt(date: Date): string {
  const month = months[date.getUTCMonth()]
  const time = date.toISOString().slice(11, 19)
  const day = `${days[date.getUTCDay()]} ${month} ${date.getUTCDate()}`
  return `${day} ${time} UTC ${date.getUTCFullYear()}`
}
