import { invalidLambdaOutput } from './run-trigger.ts'

// Triggers may return values that break their types.
export function readStringMap(given: unknown): Record<string, string> {
  const entries = Object.entries(readMap(given)).map(([name, value]): [string, string] => {
    if (typeof value !== 'string') throw invalidLambdaOutput()
    return [name, value]
  })
  return Object.fromEntries(entries)
}

export function readMap(given: unknown): Record<string, unknown> {
  if (given === undefined || given === null) return {}
  if (typeof given !== 'object' || Array.isArray(given)) throw invalidLambdaOutput()
  return given as Record<string, unknown>
}

export function readList(given: unknown): string[] {
  if (given === undefined || given === null) return []
  if (!Array.isArray(given) || given.some((each) => typeof each !== 'string')) {
    throw invalidLambdaOutput()
  }
  return given as string[]
}
