import type { Triggers } from '@sallyport/simulator'

export interface Question {
  /** The public parameters. */
  shown: Record<string, string>
  answer: string
}

const maxWrongAnswers = 3

/** Asks one question after the other. A wrong answer asks the same again; the third one ends the sign-in. */
export function questionTriggers(questions: Question[]): Triggers {
  return {
    defineAuthChallenge(event) {
      const { right, wrong } = count(event.request.session)
      const response =
        right === questions.length
          ? { issueTokens: true }
          : wrong >= maxWrongAnswers
            ? { failAuthentication: true }
            : { challengeName: 'CUSTOM_CHALLENGE' }
      return { ...event, response }
    },
    createAuthChallenge(event) {
      const { right, wrong } = count(event.request.session)
      const { shown, answer } = questions[right] as Question
      return {
        ...event,
        response: {
          publicChallengeParameters: { ...shown, tries: String(maxWrongAnswers - wrong) },
          privateChallengeParameters: { answer },
        },
      }
    },
    verifyAuthChallengeResponse(event) {
      const { challengeAnswer, privateChallengeParameters } = event.request
      const answerCorrect = plain(challengeAnswer) === privateChallengeParameters['answer']
      return { ...event, response: { answerCorrect } }
    },
  }
}

function count(rounds: { challengeResult: boolean }[]) {
  const right = rounds.filter(({ challengeResult }) => challengeResult).length
  return { right, wrong: rounds.length - right }
}

function plain(answer: string): string {
  return answer
    .trim()
    .toLowerCase()
    .replace(/^(an?|the) /, '')
}
