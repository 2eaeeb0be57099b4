import type { Triggers } from '../triggers.ts'

/** Triggers that ask for 2 + 2 and allow three tries. */
export const additionTriggers = {
  defineAuthChallenge(event) {
    const { session } = event.request
    if (session.at(-1)?.challengeResult) event.response = { issueTokens: true }
    else if (session.length >= 3) event.response = { failAuthentication: true }
    else event.response = { challengeName: 'CUSTOM_CHALLENGE' }
    return event
  },
  createAuthChallenge(event) {
    event.response = {
      publicChallengeParameters: { question: '2 + 2' },
      privateChallengeParameters: { answer: '4' },
    }
    return event
  },
  verifyAuthChallengeResponse(event) {
    const { privateChallengeParameters, challengeAnswer } = event.request
    event.response = { answerCorrect: challengeAnswer === privateChallengeParameters.answer }
    return event
  },
} satisfies Triggers
