import type { Triggers } from '@sallyport/simulator'

export interface Question {
  /** What the page may see. */
  shown: Record<string, string>
  answer: string
}

const mostWrong = 3

/** One question after the other; a wrong answer brings the same one again, three times at most. */
export function questionTriggers(questions: Question[]): Triggers {
  return {
    defineAuthChallenge(event) {
      const { right, wrong } = count(event.request.session)
      const response =
        right === questions.length
          ? { issueTokens: true }
          : wrong >= mostWrong
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
          publicChallengeParameters: { ...shown, tries: String(mostWrong - wrong) },
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
