import { challengeProtocolFor, protocolFor } from '../challenges/challenge.ts'
import type { FirstFactor } from '../challenges/first-factor.ts'
import type { AnyProtocol } from '../protocol/challenge-protocol.ts'
import { toOpaque } from '../protocol/opaque.ts'
import { badAnswer } from '../protocol/read-values.ts'
import type { SignInPolicy } from '../protocol/sign-in-context.ts'
import type { AuthResponse, ChallengeParameters, ChallengeResponse } from '../protocol/wire.ts'
import { openStep, type PendingChallenge } from './pending-challenge.ts'

export type Repeats = (asked: ChallengeParameters, next: ChallengeParameters) => boolean

export interface ReplyContext {
  /** As it was typed. */
  username: string
  previous: PendingChallenge | undefined
  repeats: Repeats | undefined
  policy: SignInPolicy
  /** The sign-in method that the app prefers. */
  preferred: FirstFactor | undefined
  /** Milliseconds since the epoch. */
  expiresAt: number
}

/** A challenge of the service's. Throws `AuthError('bad-answer')` for one that nobody could answer. */
export function openChallenge(reply: AuthResponse, context: ReplyContext): PendingChallenge {
  const { previous, policy, expiresAt } = context
  const { ChallengeName, ChallengeParameters, Session } = reply
  // Tokens or a challenge: the operation's reader has seen to it.
  const response = { ...reply, ChallengeName: ChallengeName ?? '' }
  const protocol = challengeProtocolFor(response.ChallengeName)
  if (!Session && !protocol.sessionless) throw badAnswer()
  const repeated = previous !== undefined && isRepeat(previous, response, context.repeats)
  const { username } = context
  const before = previous?.round ?? 0
  const round = repeated || protocol.automatic ? before : before + 1
  return openStep({
    name: protocol.name,
    response,
    source: response,
    challenge: protocol.read(toOpaque(response), policy),
    username,
    round,
    sendsCode: protocol.resend !== undefined,
    serviceUsername: usernameIn(ChallengeParameters) ?? usernameBefore(previous) ?? username,
    repeated,
    hasOtherMethods: hasOtherMethods(response, protocol, context),
    challengeSession: Session,
    expiresAt,
    tries: repeated ? previous.tries + 1 : 0,
  })
}

/** Right after the choice, or where the service went straight to one of several methods. */
function hasOtherMethods(
  { ChallengeName, AvailableChallenges: { length } }: ChallengeResponse,
  { selectsMethod, automatic }: AnyProtocol,
  { previous, preferred }: ReplyContext,
): boolean {
  if (selectsMethod || automatic) return false
  // Where the preferred method is asked, the service need not say which others there are.
  if (!previous || previous.startsSignIn) {
    return length > 1 || (length === 0 && ChallengeName === preferred)
  }
  return protocolFor(previous.name).selectsMethod === true && previous.shown
}

/** A step of the kit's own has not heard the service's name for the user. */
function usernameBefore(previous: PendingChallenge | undefined): string | undefined {
  return previous?.response && previous.serviceUsername
}

function usernameIn(parameters: ChallengeParameters): string | undefined {
  return parameters['USERNAME'] || parameters['USER_ID_FOR_SRP']
}

function isRepeat(
  { response, name }: PendingChallenge,
  next: ChallengeResponse,
  byApp?: Repeats,
): boolean {
  const { repeats } = protocolFor(name)
  if (!response || !repeats || response.ChallengeName !== next.ChallengeName) return false
  const before = publicParameters(response)
  const after = publicParameters(next)
  return byApp ? byApp(before, after) : repeats(before, after)
}

/** Without those that name the user, which stay in the loop. */
function publicParameters({ ChallengeParameters }: ChallengeResponse): ChallengeParameters {
  const { USERNAME: _, USER_ID_FOR_SRP: __, ...parameters } = ChallengeParameters
  return parameters
}
