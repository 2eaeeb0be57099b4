import { randomBase64url } from '../pool/random.ts'
import { notAuthorized, ServiceException } from '../wire/service-exception.ts'
import type { ChallengeRound } from '../triggers.ts'
import type { ProvenFactor } from './proven-factor.ts'

export interface ChallengeSession {
  poolId: string
  clientId: string
  /** The real name, or the typed one while a user is kept in doubt about its existence. */
  username: string
  /** What the challenge calls the user; made up for one who is not there. */
  challengeUsername: string | undefined
  /** Tells the user from a later one of the same name. */
  sub: string | undefined
  challenge: string
  admin: boolean
  flow: string
  /** The first factor is still to come. */
  firstFactorPending: boolean
  proven: ReadonlySet<ProvenFactor>
  rounds: readonly ChallengeRound[]
  /** The one that was proven, and is worth nothing once there is another. */
  provenPassword: string | undefined
  /** What the challenge itself has to remember. */
  memory: unknown
  expiresAt: number
}

export interface ChallengeSessions {
  create(session: ChallengeSession): string
  /** Looks, without using it up. */
  find(token: string, now: number): ChallengeSession
  /** The newest one that could still be used. */
  findNewest(now: number, fits: (session: ChallengeSession) => boolean): string | undefined
  /** Uses it up, unless `task` is refused in a way that leaves it alive. */
  use<T>(token: string, task: () => Promise<T>): Promise<T>
  clear(): void
}

export function createChallengeSessions(): ChallengeSessions {
  const sessionsByToken = new Map<string, ChallengeSession & { used: boolean }>()

  function find(token: string, now: number) {
    const session = sessionsByToken.get(token)
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
    create(session) {
      // As long as the real ones, so that whoever has to store one notices.
      const token = `AYABe${randomBase64url(1152)}`
      sessionsByToken.set(token, { ...session, used: false })
      if (sessionsByToken.size > 10_000)
        sessionsByToken.delete(sessionsByToken.keys().next().value!)
      return token
    },
    find,
    findNewest(now, fits) {
      const newest = [...sessionsByToken].findLast(([, session]) => {
        return !session.used && now < session.expiresAt && fits(session)
      })
      return newest?.[0]
    },
    async use(token, task) {
      const session = sessionsByToken.get(token)!
      // Taken before the first await, so that of two answers at once only one counts.
      session.used = true
      try {
        return await task()
      } catch (reason) {
        session.used = !(reason instanceof ServiceException && reason.keepsSession)
        throw reason
      }
    },
    clear: () => sessionsByToken.clear(),
  }
}
