import {
  type ActiveChallenge,
  type ChallengeName,
  protocolFor,
  type SourceOf,
} from '../challenges/challenge.ts'
import type { ChallengePhase } from '../protocol/active-challenge.ts'
import { toOpaque } from '../protocol/opaque.ts'
import { recordings } from './recordings.ts'

/**
 * The properties that differ from a challenge that was just asked: the phase, the error of a rejected
 * one, and any other property.
 */
export type ActiveOptions<Name extends ChallengeName> = {
  /** The response of Cognito. Default: the recording of this challenge. */
  recording?: SourceOf<Name>
} & Partial<Omit<ActiveChallenge<Name>, 'name' | keyof ChallengePhase>> &
  (ChallengePhase | { phase?: never; error?: never })

/**
 * Makes a challenge as a form gets it, from a recorded response. For tests and stories. `respond` and
 * `restart` do nothing unless `options` replaces them. Throws `AuthError('bad-answer')` for a bad recording.
 */
export function active<Name extends ChallengeName>(
  name: Name,
  { recording = recordings[name], ...options }: ActiveOptions<Name> = {},
): ActiveChallenge<Name> {
  return {
    name,
    ...protocolFor(name).read(toOpaque(recording as object)),
    phase: 'asked',
    round: 1,
    tries: 0,
    username: 'ana',
    respond: async () => {},
    restart() {},
    ...options,
  } as unknown as ActiveChallenge<Name>
}
