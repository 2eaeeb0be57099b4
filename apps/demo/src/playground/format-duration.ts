const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

/** The two largest units, e.g. `59 min 40 s`. @param ms Milliseconds, not negative. */
export function formatDuration(ms: number): string {
  const total = Math.round(ms / 1000)
  const counts = units.map(
    ([unit, size], at) =>
      [Math.floor((at ? total % units[at - 1]![1] : total) / size), unit] as const,
  )
  const first = counts.findIndex(([count]) => count > 0)
  if (first === -1) return '0 s'
  return counts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}
