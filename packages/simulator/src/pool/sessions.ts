import type { Pool, SignIn, TrackedSession, User } from './pool.ts'
import { randomName } from './random.ts'

/** A sign-in that its pool tracks. */
export type Session = SignIn & { tracked: TrackedSession }

/** What a new sign-in is tracked by. Undefined if the pool does not track sessions. */
export function trackSession({ sessionTracking }: Pool, now: number): TrackedSession | undefined {
  if (!sessionTracking.enabled) return undefined
  return { id: `tkn${randomName(25, 'abcdefghijklmnopqrstuvwxyz0123456789')}`, activeAt: now }
}

/** The sessions of a user that are neither revoked nor expired. The last active one comes first. */
export function listSessions({ signIns }: Pool, { username }: User, now: number): Session[] {
  return [...signIns.values()]
    .filter((signIn) => signIn.username === username)
    .filter((signIn): signIn is Session => signIn.tracked !== undefined)
    .filter(({ revoked, expiresAt }) => !revoked && now < expiresAt)
    .toReversed()
    .toSorted((one, other) => other.tracked.activeAt - one.tracked.activeAt)
}

/** Revokes the sessions that were idle for longest, so that one more is within the pool's limit. */
export function makeRoom(pool: Pool, user: User, now: number): void {
  const { maxPerUser } = pool.sessionTracking
  for (const session of listSessions(pool, user, now).slice(maxPerUser - 1)) session.revoked = true
}
