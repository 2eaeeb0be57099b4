/** A JSON object inside a string, as Cognito sends what a browser is to be given; nothing else is one. */
export function parseObject(json: string | undefined): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(json ?? '')
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    return isObject ? (parsed as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
