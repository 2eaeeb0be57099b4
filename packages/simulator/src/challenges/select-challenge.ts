import { takeFirstFactor } from '../sign-in/first-factors.ts'
import { missingParameter } from '../wire/refusal.ts'
import type { Challenge } from './challenge.ts'

/** What there is to choose from is in AvailableChallenges. */
export const selectChallenge: Challenge = {
  // Whoever has no passkey at hand leaves for another factor.
  answers: ['WEB_AUTHN'],
  ask: () => ({ parameters: {}, memory: undefined }),
  check(attempt, { responses }) {
    const { ANSWER: answer } = responses
    if (!answer) throw missingParameter('ANSWER')
    return takeFirstFactor(attempt, answer, responses)
  },
}
