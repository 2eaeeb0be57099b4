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
  /** The username as it was typed. */
  username: string
  previous: PendingChallenge | undefined
  repeats: Repeats | undefined
  policy: SignInPolicy
  /** The preferred sign-in method of the app. */
  preferred: FirstFactor | undefined
  /** When the challenge times out: milliseconds since the epoch. */
  expiresAt: number
}

/** Opens a challenge of the service. Throws `AuthError('bad-answer')` if it cannot be answered. */
export function openChallenge(reply: AuthResponse, context: ReplyContext): PendingChallenge {
  const { previous, policy, expiresAt } = context
  const { ChallengeName, ChallengeParameters, Session } = reply
  // There is a ChallengeName: the reader of the operation checks that.
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

/** Whether the user can go back to the choice of methods. See `docs/cognito.md#user-auth`. */
function hasOtherMethods(
  { ChallengeName, AvailableChallenges: { length } }: ChallengeResponse,
  { selectsMethod, automatic }: AnyProtocol,
  { previous, preferred }: ReplyContext,
): boolean {
  if (selectsMethod || automatic) return false
  // The service may leave AvailableChallenges out if it asks the preferred method.
  if (!previous || previous.startsSignIn) {
    return length > 1 || (length === 0 && ChallengeName === preferred)
  }
  return protocolFor(previous.name).selectsMethod === true && previous.shown
}

/** The name that the service gave earlier. A step of the kit has none. */
function usernameBefore(previous: PendingChallenge | undefined): string | undefined {
  return previous?.response && previous.serviceUsername
}

/** The name that the service wants back. See `docs/cognito.md#usernames`. */
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

/** The parameters without the username. */
function publicParameters({ ChallengeParameters }: ChallengeResponse): ChallengeParameters {
  const { USERNAME: _, USER_ID_FOR_SRP: __, ...parameters } = ChallengeParameters
  return parameters
}
