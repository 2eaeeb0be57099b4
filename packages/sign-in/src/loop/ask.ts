import { protocolFor } from '../challenges/challenge.ts'
import type { FirstFactor } from '../challenges/first-factor.ts'
import type { SignInPolicy } from '../protocol/sign-in-context.ts'
import { badAnswer } from '../protocol/read-values.ts'
import type {
  AuthResponse,
  ChallengeParameters,
  ChallengeResponse,
  Responses,
} from '../protocol/wire.ts'
import type { AuthChallenge } from './auth-challenge.ts'

/** One ask of the service's, and all that is known of it while it is answered. */
export interface Ask {
  readonly response: ChallengeResponse
  readonly protocol: ReturnType<typeof protocolFor>
  /** Who answers: the name that Cognito gave the user, not the e-mail address that was typed. */
  readonly username: string
  readonly round: number
  readonly repeated: boolean
  /** Whether it is one of several ways in, and the user can go back to choosing. */
  readonly hasOtherMethods: boolean
  /** Whether the user has seen it: not where it answered itself. */
  shown: boolean
  /** The newest Session: trips of the challenge's own move it on, and its time with it. */
  session: string | undefined
  /** Milliseconds since the epoch; `Infinity` where nobody counts. */
  expiresAt: number
  challenge: object
  tries: number
  resends: number
  resendReadyAt: number
  /** Trips that came back, so that trying again after a lost answer does not make them twice. */
  readonly trips: Map<string, Responses[keyof Responses]>
  /** Takes the answer to a question of the kit's own, which the service never hears of. */
  readonly answerHere?: (given: never) => Promise<AuthChallenge>
}

export type Repeats = (asked: ChallengeParameters, next: ChallengeParameters) => boolean

export interface AskedFrom {
  username: string
  previous: Ask | undefined
  repeats: Repeats | undefined
  policy: SignInPolicy
  /** The way that the app would have. */
  preferred: FirstFactor | undefined
  /** Milliseconds since the epoch. */
  expiresAt: number
}

/** Throws `AuthError('bad-answer')` for an ask that nobody could answer. */
export function createAsk(response: AuthResponse, from: AskedFrom): Ask {
  const { previous, policy, expiresAt } = from
  const { ChallengeName, ChallengeParameters, Session } = response
  // Tokens or a challenge: the transport has seen to that.
  const asked = { ...response, ChallengeName: ChallengeName ?? '' }
  const protocol = protocolFor(asked.ChallengeName)
  if (!Session && !protocol.sessionless) throw badAnswer()
  const repeated = previous !== undefined && repeats(previous, asked, from.repeats)
  const before = previous?.round ?? 0
  return {
    response: asked,
    protocol,
    username: usernameIn(ChallengeParameters) ?? previous?.username ?? from.username,
    round: repeated || protocol.automatic ? before : before + 1,
    repeated,
    hasOtherMethods: hasOtherMethods(asked, protocol, from),
    shown: false,
    session: Session,
    expiresAt,
    challenge: protocol.read(asked, policy),
    tries: repeated ? previous.tries + 1 : 0,
    resends: 0,
    resendReadyAt: 0,
    trips: new Map(),
  }
}

/** Right after the choice, or where the service went straight to one of several ways. */
function hasOtherMethods(
  { ChallengeName, AvailableChallenges: { length } }: ChallengeResponse,
  { selectsMethod, automatic }: Ask['protocol'],
  { previous, preferred }: AskedFrom,
): boolean {
  if (selectsMethod || automatic) return false
  // Of the preferred way, the service need not say which others there are.
  if (!previous) return length > 1 || (length === 0 && ChallengeName === preferred)
  return previous.protocol.selectsMethod === true && previous.shown
}

function usernameIn(parameters: ChallengeParameters): string | undefined {
  return parameters['USERNAME'] || parameters['USER_ID_FOR_SRP']
}

function repeats({ response, protocol }: Ask, next: ChallengeResponse, own?: Repeats): boolean {
  if (!protocol.repeats || response.ChallengeName !== next.ChallengeName) return false
  const [before, after] = [response, next].map(({ ChallengeParameters }) => {
    // What names the user stays in the loop.
    const { USERNAME: _, USER_ID_FOR_SRP: __, ...parameters } = ChallengeParameters
    return parameters
  }) as [ChallengeParameters, ChallengeParameters]
  return own ? own(before, after) : protocol.repeats(before, after)
}
