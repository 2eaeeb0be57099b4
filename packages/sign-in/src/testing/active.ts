import {
  type ActiveChallenge,
  type ChallengeName,
  protocolFor,
  type SourceOf,
} from '../challenges/challenge.ts'
import type { ChallengePhase, ResendCode } from '../protocol/active-challenge.ts'
import { toOpaque } from '../protocol/opaque.ts'
import { recordings } from './recordings.ts'

export interface ActiveOptions<Name extends ChallengeName> {
  /** What Cognito asked. Default: the recording of this challenge. */
  recording?: SourceOf<Name>
  /** Default: just asked. */
  attempt?: ChallengePhase
  respond?: ActiveChallenge<Name>['respond']
  restart?: () => void
  resend?: ResendCode
  chooseMethod?: () => Promise<void>
  tries?: number
  username?: string
  /** Milliseconds since the epoch. Default: no limit is shown. */
  expiresAt?: number
  /** What trips of the challenge's own would have brought, e.g. MFA_SETUP's `secretCode`. */
  more?: Partial<ActiveChallenge<Name>>
}

/** A challenge as a form gets it, read from a recorded response. For tests and stories. */
export function active<Name extends ChallengeName>(
  name: Name,
  {
    recording = recordings[name],
    attempt = { phase: 'asked' },
    respond = (async () => {}) as never,
    restart = () => {},
    resend,
    chooseMethod,
    tries = 0,
    username = 'ana',
    expiresAt,
    more = {},
  }: ActiveOptions<Name> = {},
): ActiveChallenge<Name> {
  return {
    name,
    ...protocolFor(name).read(toOpaque(recording as object)),
    ...more,
    ...attempt,
    round: 1,
    tries,
    username,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(resend && { resend }),
    ...(chooseMethod && { chooseMethod }),
    respond,
    restart,
  } as unknown as ActiveChallenge<Name>
}
