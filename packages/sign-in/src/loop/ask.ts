import { protocolFor } from '../challenges/challenge.ts'
import { AuthError } from '../protocol/auth-error.ts'
import type {
  AuthResponse,
  ChallengeParameters,
  ChallengeResponse,
  Responses,
} from '../protocol/wire.ts'

/** One ask of the service's, and all that is known of it while it is answered. */
export interface Ask {
  readonly response: ChallengeResponse
  readonly protocol: ReturnType<typeof protocolFor>
  /** Who answers: the name that Cognito gave the user, not the e-mail address that was typed. */
  readonly username: string
  readonly round: number
  readonly expiresAt: number
  readonly repeated: boolean
  /** The newest Session: trips of the challenge's own move it on. */
  session: string | undefined
  challenge: object
  tries: number
  resends: number
  resendReadyAt: number
  /** Trips that came back, so that trying again after a lost answer does not make them twice. */
  readonly trips: Map<string, Responses[keyof Responses]>
}

export type Repeats = (asked: ChallengeParameters, next: ChallengeParameters) => boolean

export function createAsk(
  response: AuthResponse,
  from: { username: string; previous: Ask | undefined; repeats: Repeats | undefined },
  validity: { now: number; seconds: number },
): Ask {
  const asked = asChallenge(response)
  const { ChallengeName, ChallengeParameters, Session } = asked
  const protocol = protocolFor(ChallengeName)
  const { previous } = from
  const repeated = previous !== undefined && repeats(previous, asked, from.repeats)
  return {
    response: asked,
    protocol,
    username: usernameIn(ChallengeParameters) ?? previous?.username ?? from.username,
    round: repeated ? previous.round : (previous?.round ?? 0) + 1,
    expiresAt: validity.now + validity.seconds * 1000,
    repeated,
    session: Session,
    challenge: { ...protocol.read(asked) },
    tries: repeated ? previous.tries + 1 : 0,
    resends: 0,
    resendReadyAt: 0,
    trips: new Map(),
  }
}

export function usernameIn(parameters: ChallengeParameters): string | undefined {
  return parameters['USERNAME'] || parameters['USER_ID_FOR_SRP']
}

function asChallenge(response: AuthResponse): ChallengeResponse {
  // Tokens or a challenge: the transport has seen to it. A challenge nobody can answer is no challenge.
  if (!response.ChallengeName || !response.Session) {
    throw new AuthError('bad-answer', { sent: 'yes' })
  }
  return response as ChallengeResponse
}

function repeats({ response, protocol }: Ask, next: ChallengeResponse, own?: Repeats): boolean {
  if (!protocol.repeats || response.ChallengeName !== next.ChallengeName) return false
  return own
    ? own(response.ChallengeParameters, next.ChallengeParameters)
    : protocol.repeats(response, next)
}
