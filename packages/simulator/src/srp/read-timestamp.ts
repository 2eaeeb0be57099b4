/** Reads `Tue Feb 3 04:05:06 UTC 2026` as milliseconds since 1970. Undefined for any other format. */
export function readTimestamp(text: string): number | undefined {
  const written = /^(\w{3}) (\w{3}) ([1-9]\d?) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d) UTC (\d{4})$/
  const [, weekday, month, day, hours, minutes, seconds, year] = written.exec(text) ?? []
  const monthIndex = months.indexOf(month ?? '')
  if (!weekday || monthIndex === -1) return undefined

  const time = [day, hours, minutes, seconds].map(Number) as [number, number, number, number]
  const at = Date.UTC(Number(year), monthIndex, ...time)
  return new Date(at).toUTCString().startsWith(weekday) ? at : undefined
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
