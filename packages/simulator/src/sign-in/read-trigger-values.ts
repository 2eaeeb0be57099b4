import { invalidLambdaOutput } from './run-trigger.ts'

// Triggers may return values that break their types.
export function readStringMap(value: unknown): Record<string, string> {
  const entries = Object.entries(readMap(value)).map(([name, entry]): [string, string] => {
    if (typeof entry !== 'string') throw invalidLambdaOutput()
    return [name, entry]
  })
  return Object.fromEntries(entries)
}

export function readMap(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidLambdaOutput()
  return value as Record<string, unknown>
}

export function readList(value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string')) {
    throw invalidLambdaOutput()
  }
  return value as string[]
}
