import type { Fetch } from '../scenarios/scenario.ts'

/** One request and its outcome, by name only: no passwords, codes or tokens. */
export interface WireEntry {
  id: number
  operation: string
  /** The ChallengeName that was answered. */
  answering: string | undefined
  /** The next ChallengeName, `tokens`, an exception, or a network failure. */
  outcome: string
  kind: 'pending' | 'asked' | 'done' | 'refused'
  milliseconds: number | undefined
}

export interface WireLog {
  fetch: Fetch
  getEntries: () => readonly WireEntry[]
  subscribe: (listener: () => void) => () => void
}

export function createWireLog(fetch: Fetch): WireLog {
  let entries: readonly WireEntry[] = []
  const listeners = new Set<() => void>()

  function note(entry: WireEntry) {
    entries = [...entries.filter(({ id }) => id !== entry.id), entry].toSorted(
      (a, b) => a.id - b.id,
    )
    for (const listener of listeners) listener()
  }

  return {
    async fetch(input, init) {
      const begun = performance.now()
      const request = new Request(input, init)
      const operation =
        request.headers.get('x-amz-target')?.split('.')[1] ??
        `${request.method} ${new URL(request.url).pathname}`
      // Nothing may be awaited before the request: it can be the last one of a page that is left.
      const answering = challengeNameIn(init?.body)
      const id = entries.length
      const entry = { id, operation, answering, milliseconds: undefined }
      note({ ...entry, outcome: 'under way', kind: 'pending' })
      const took = () => Math.round(performance.now() - begun)
      try {
        const response = await fetch(request)
        const said = await readOutcome(response.clone())
        note({ ...entry, ...said, milliseconds: took() })
        return response
      } catch (reason) {
        note({ ...entry, outcome: 'no answer', kind: 'refused', milliseconds: took() })
        throw reason
      }
    },
    getEntries: () => entries,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function readOutcome(response: Response): Promise<Pick<WireEntry, 'outcome' | 'kind'>> {
  const answer = await readJson(response)
  if (!answer) return { outcome: `${response.status}, not JSON`, kind: 'refused' }
  const { ChallengeName: name, AuthenticationResult: tokens, __type: type } = answer
  if (typeof type === 'string') return { outcome: type, kind: 'refused' }
  if (!response.ok) return { outcome: String(response.status), kind: 'refused' }
  if (typeof name === 'string') return { outcome: name, kind: 'asked' }
  return { outcome: tokens ? 'tokens' : 'OK', kind: 'done' }
}

function challengeNameIn(body: unknown): string | undefined {
  if (typeof body !== 'string') return undefined
  return (JSON.parse(body) as { ChallengeName?: string }).ChallengeName
}

async function readJson(response: Response): Promise<Record<string, unknown> | undefined> {
  return response.json().catch(() => undefined)
}
