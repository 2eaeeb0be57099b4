import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import type { ChallengeParameters, ChallengeResponse } from '../../protocol/wire.ts'

/**
 * Asks what the Lambda triggers of the pool ask, in any number of rounds. See
 * `docs/cognito.md#custom-challenge`.
 */
export interface CustomChallenge {
  name: 'CUSTOM_CHALLENGE'
  /** The public parameters of the trigger for this round. Show them as text, never as HTML. */
  parameters: ChallengeParameters
}

export interface CustomChallengeAnswer {
  answer: string
}

export const customChallenge: ChallengeProtocol<CustomChallenge, CustomChallengeAnswer> = {
  name: 'CUSTOM_CHALLENGE',
  read: (response) => ({ parameters: publicParameters(response) }),
  write: ({ answer }) => ({ ANSWER: answer }),
  repeats: (asked, next) => question(asked, next) === question(next, asked),
}

/** The parameters without the username, which only the loop needs. */
function publicParameters({ ChallengeParameters }: ChallengeResponse): ChallengeParameters {
  const { USERNAME: _, USER_ID_FOR_SRP: __, ...parameters } = ChallengeParameters
  return parameters
}

// The service does not say that an answer was wrong: it asks the same again. Counters of what is left may
// differ then. See `docs/cognito.md#custom-challenge`.
function question(parameters: ChallengeParameters, other: ChallengeParameters): string {
  const compared = Object.entries(parameters).filter(([name]) => {
    const areNumbers = [parameters[name], other[name]].every((value = '') => /^\d+$/.test(value))
    return !(areNumbers && /left|remain|attempt|tries|retr/i.test(name))
  })
  return JSON.stringify(compared.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
