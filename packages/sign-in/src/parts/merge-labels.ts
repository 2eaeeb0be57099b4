/** Some of the labels, at any depth. */
export type PartialLabels<Labels> = {
  [Key in keyof Labels]?: Labels[Key] extends string | ((...values: never[]) => string)
    ? Labels[Key]
    : PartialLabels<Labels[Key]>
}

/** Our labels, with the app's in place of some. */
export function mergeLabels<Labels extends object>(
  ours: Labels,
  theirs: PartialLabels<Labels> = {},
): Labels {
  const merged = { ...ours } as Record<string, unknown>
  for (const [key, label] of Object.entries(theirs)) {
    if (label === undefined) continue
    merged[key] =
      typeof label === 'object' ? mergeLabels(merged[key] as object, label as object) : label
  }
  return merged as Labels
}
