import { randomBase64url } from '../pool/random.ts'
import { notAuthorized, Refusal } from '../wire/refusal.ts'
import type { ChallengeRound } from '../triggers.ts'

export interface Session {
  poolId: string
  clientId: string
  /** The real name, or the typed one while a user is kept in doubt about its existence. */
  username: string
  /** What the challenge calls the user; made up for one who is not there. */
  shownName: string | undefined
  /** Tells the user from a later one of the same name. */
  sub: string | undefined
  challenge: string
  admin: boolean
  flow: string
  /** The first factor is still to come. */
  choosing: boolean
  rounds: ChallengeRound[]
  /** The one that was proven, and is worth nothing once there is another. */
  password: string | undefined
  /** What the challenge itself has to remember. */
  memory: unknown
  expiresAt: number
}

export interface Sessions {
  open(session: Session): string
  /** Looks, without using it up. */
  find(token: string, now: number): Session
  /** The newest one that could still be used. */
  findOpen(now: number, fits: (session: Session) => boolean): string | undefined
  /** Uses it up, unless `task` is refused in a way that leaves it alive. */
  use<T>(token: string, task: () => Promise<T>): Promise<T>
  clear(): void
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session & { used: boolean }>()

  function find(token: string, now: number) {
    const session = sessions.get(token)
    if (!session) throw notAuthorized('Invalid session for the user.')
    if (now >= session.expiresAt) {
      throw notAuthorized('Invalid session for the user, session is expired.')
    }
    if (session.used) {
      throw notAuthorized('Invalid session for the user, session can only be used once.')
    }
    return session
  }

  return {
    open(session) {
      // As long as the real ones, so that whoever has to store one notices.
      const token = `AYABe${randomBase64url(1152)}`
      sessions.set(token, { ...session, used: false })
      if (sessions.size > 10_000) sessions.delete(sessions.keys().next().value!)
      return token
    },
    find,
    findOpen(now, fits) {
      const open = [...sessions].findLast(([, session]) => {
        return !session.used && now < session.expiresAt && fits(session)
      })
      return open?.[0]
    },
    async use(token, task) {
      const session = sessions.get(token)!
      // Taken before the first await, so that of two answers at once only one counts.
      session.used = true
      try {
        return await task()
      } catch (reason) {
        session.used = !(reason instanceof Refusal && reason.keepsSession)
        throw reason
      }
    },
    clear: () => sessions.clear(),
  }
}
