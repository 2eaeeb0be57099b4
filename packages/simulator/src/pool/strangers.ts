import type { Failures, Pool } from './pool.ts'
import { toKey } from './users.ts'

/** Names that nobody has, so that being locked out does not tell them from users. */
export interface Strangers {
  find(pool: Pool, name: string): { failures: Failures }
  clear(): void
}

/** Remembers those that were tried last: whoever makes up names must not fill the memory. */
export function createStrangers(): Strangers {
  const strangers = new Map<string, { failures: Failures }>()

  return {
    find(pool, name) {
      const key = `${pool.id} ${toKey(pool, name)}`
      const stranger = strangers.get(key) ?? {
        failures: { count: 0, lastAt: 0, lockedUntil: 0 },
      }
      strangers.delete(key)
      strangers.set(key, stranger)
      if (strangers.size > 10_000) strangers.delete(strangers.keys().next().value!)
      return stranger
    },
    clear: () => strangers.clear(),
  }
}
