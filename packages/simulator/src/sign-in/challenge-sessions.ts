import { randomBase64url } from '../pool/random.ts'
import type { ChallengeRound } from '../triggers.ts'
import { notAuthorized, ServiceException } from '../wire/service-exception.ts'
import type { ProvenFactor } from './proven-factor.ts'

export interface ChallengeSession {
  poolId: string
  clientId: string
  /** The real username, or the typed name of an unknown user. */
  username: string
  /** USERNAME in the challenge parameters. Made up for an unknown user. */
  challengeUsername: string | undefined
  /** Tells the user from a later user of the same name. */
  sub: string | undefined
  challenge: string
  admin: boolean
  flow: string
  /** True in USER_AUTH while the user has not proven a first factor. */
  firstFactorPending: boolean
  proven: ReadonlySet<ProvenFactor>
  rounds: readonly ChallengeRound[]
  /** The proven password. The Session becomes invalid when the user gets another one. */
  provenPassword: string | undefined
  /** The state of the challenge itself. */
  state: unknown
  expiresAt: number
}

export interface ChallengeSessions {
  create(session: ChallengeSession): string
  /** Finds a Session without using it. Throws if it is unknown, expired or used. */
  find(token: string, now: number): ChallengeSession
  /** The token of the newest usable Session that fits. */
  findNewest(now: number, fits: (session: ChallengeSession) => boolean): string | undefined
  /** Marks the Session as used, unless `task` throws an exception with `keepsSession`. */
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
      // As long as a real Session, so that a client that stores it in too small a place fails here.
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
      // Marked before the first await, so that of two concurrent answers only one counts.
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
