import type { AssertionChallenge } from '../passkeys/verify-assertion.ts'
import { takeFirstFactor } from '../sign-in/first-factors.ts'
import { missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'
import { webAuthn } from './web-authn.ts'

/** Asks the user to choose one of AvailableChallenges. */
export const selectChallenge: Challenge<unknown, AssertionChallenge | undefined> = {
  // A user without the passkey at hand can choose another factor.
  answers: ['WEB_AUTHN'],
  ask: () => ({ parameters: {}, state: undefined }),
  check(attempt, { responses, state }) {
    const { ANSWER: answer } = responses
    if (!answer) throw missingParameter('ANSWER')
    if (answer === 'WEB_AUTHN' && responses.CREDENTIAL) {
      // The credential answers the options of WEB_AUTHN, so only its Session will do.
      if (!state) throw notAuthorized()
      return webAuthn.check(attempt, { responses, state })
    }
    return takeFirstFactor(attempt, answer, responses)
  },
}
