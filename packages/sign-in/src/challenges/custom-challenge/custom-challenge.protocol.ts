import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import type { ChallengeParameters, ChallengeResponse } from '../../protocol/wire.ts'

/** Whatever the pool's own Lambda functions ask, any number of rounds. */
export interface CustomChallenge {
  name: 'CUSTOM_CHALLENGE'
  /** The public parameters of this round. They come from the pool's triggers: show them as text. */
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

/** Without what names the user: that stays in the loop. */
function publicParameters({ ChallengeParameters }: ChallengeResponse): ChallengeParameters {
  const { USERNAME: _, USER_ID_FOR_SRP: __, ...parameters } = ChallengeParameters
  return parameters
}

// A wrong answer is the same ask again, but for counters of what is left.
function question(parameters: ChallengeParameters, other: ChallengeParameters): string {
  const words = Object.entries(parameters).filter(([name]) => {
    const counts = [parameters[name], other[name]].every((value = '') => /^\d+$/.test(value))
    return !(counts && /left|remain|attempt|tries|retr/i.test(name))
  })
  return JSON.stringify(words.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
