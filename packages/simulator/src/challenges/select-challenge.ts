import { takeFirstFactor } from '../sign-in/first-factors.ts'
import { missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { AssertionChallenge } from '../passkeys/verify-assertion.ts'
import type { Challenge } from './challenge.ts'
import { webAuthn } from './web-authn.ts'

/** What there is to choose from is in AvailableChallenges. */
export const selectChallenge: Challenge<unknown, AssertionChallenge | undefined> = {
  // Whoever has no passkey at hand leaves for another factor.
  answers: ['WEB_AUTHN'],
  ask: () => ({ parameters: {}, memory: undefined }),
  check(attempt, { responses, memory }) {
    const { ANSWER: answer } = responses
    if (!answer) throw missingParameter('ANSWER')
    if (answer === 'WEB_AUTHN' && responses.CREDENTIAL) {
      // Signed already, which needs the options of the WEB_AUTHN that this is in place of.
      if (!memory) throw notAuthorized()
      return webAuthn.check(attempt, { responses, memory })
    }
    return takeFirstFactor(attempt, answer, responses)
  },
}
