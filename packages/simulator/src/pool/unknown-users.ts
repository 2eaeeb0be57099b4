import type { LockOutSubject } from './lock-out.ts'
import type { Pool } from './pool.ts'
import { toKey } from './users.ts'

/** Counts the failures of usernames that no user has, so that a lock-out does not reveal which names exist. */
export interface UnknownUsers {
  find(pool: Pool, name: string): LockOutSubject
  clear(): void
}

/** Keeps the 10,000 names that were used last, so that made-up names cannot fill the memory. */
export function createUnknownUsers(): UnknownUsers {
  const subjects = new Map<string, LockOutSubject>()

  return {
    find(pool, name) {
      const key = `${pool.id} ${toKey(pool, name)}`
      const subject = subjects.get(key) ?? {
        failures: { count: 0, lastAt: 0, lockedUntil: 0 },
      }
      subjects.delete(key)
      subjects.set(key, subject)
      if (subjects.size > 10_000) subjects.delete(subjects.keys().next().value!)
      return subject
    },
    clear: () => subjects.clear(),
  }
}
