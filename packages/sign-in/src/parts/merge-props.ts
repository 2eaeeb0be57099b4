type Props = Record<string, unknown>

/**
 * A part's own props and the app's in one object. The app's event handlers run first, then ours,
 * unless the app's called `preventDefault()`. Class names, styles and descriptions are added to
 * ours. Any other prop of the app replaces ours.
 */
export function mergeProps<Own extends object, Given extends object>(
  ownProps: Own,
  given: Given,
): Own & Given {
  const merged = { ...given } as Props
  for (const [name, ours] of Object.entries(ownProps))
    merged[name] = merge(name, ours, merged[name])
  return merged as Own & Given
}

function merge(name: string, ours: unknown, theirs: unknown): unknown {
  if (theirs === undefined || ours === undefined) return theirs ?? ours
  if (typeof ours === 'function' && typeof theirs === 'function') {
    return (event: { defaultPrevented: boolean }) => {
      theirs(event)
      if (!event.defaultPrevented) ours(event)
    }
  }
  if (name === 'style') return { ...ours, ...theirs }
  const isList = name === 'className' || name === 'aria-describedby'
  return isList ? `${ours as string} ${theirs as string}` : theirs
}
