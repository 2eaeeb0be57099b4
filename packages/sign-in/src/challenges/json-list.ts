/** Reads a JSON array in a string (`docs/cognito.md#wire`). Anything else is an empty list. */
export function parseList(list: string | undefined): string[] {
  try {
    const parsed: unknown = JSON.parse(list ?? '[]')
    return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}
