/** Any of the words, at any depth. */
export type Labels<Words> = {
  [Key in keyof Words]?: Words[Key] extends string | ((...given: never[]) => string)
    ? Words[Key]
    : Labels<Words[Key]>
}

/** Our words, with somebody's own in the place of some. */
export function mergeLabels<Words extends object>(ours: Words, own: Labels<Words> = {}): Words {
  const merged = { ...ours } as Record<string, unknown>
  for (const [key, words] of Object.entries(own)) {
    if (words === undefined) continue
    const before = merged[key]
    merged[key] =
      typeof words === 'object' && words && typeof before === 'object' && before
        ? mergeLabels(before, words)
        : words
  }
  return merged as Words
}
