import { findScenario } from '../scenarios/scenarios.ts'

export const themes = ['system', 'light', 'dark'] as const
export const directions = ['ltr', 'rtl'] as const
export const transports = ['aws-sdk', 'fetch'] as const

/** All settings are in the URL, so that a link or a test can set them. */
export interface Settings {
  scenario: string
  theme: (typeof themes)[number]
  dir: (typeof directions)[number]
  transport: (typeof transports)[number]
  /** A real user pool instead of a simulated one. */
  pool: string | undefined
  client: string | undefined
  flow: string | undefined
  endpoint: string | undefined
}

export function readSettings(search: string): Settings {
  const asked = new URLSearchParams(search)
  return {
    scenario: findScenario(asked.get('scenario')).id,
    theme: oneOf(themes, asked.get('theme')),
    dir: oneOf(directions, asked.get('dir')),
    transport: oneOf(transports, asked.get('transport')),
    pool: asked.get('pool') ?? undefined,
    client: asked.get('client') ?? undefined,
    flow: asked.get('flow') ?? undefined,
    endpoint: asked.get('endpoint') ?? undefined,
  }
}

/** The URL of these settings, without those that have their default. */
export function toSearch(settings: Settings): string {
  const defaults = readSettings('')
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(settings)) {
    if (value !== undefined && value !== defaults[name as keyof Settings]) search.set(name, value)
  }
  return search.size > 0 ? `?${search}` : '.'
}

function oneOf<Value extends string>(
  values: readonly [Value, ...Value[]],
  asked: string | null,
): Value {
  return values.find((value) => value === asked) ?? values[0]
}
