import { orderNextChallenge } from '../sign-in/order-next-challenge.ts'
import { readStringMap } from '../sign-in/read-trigger-values.ts'
import {
  invalidLambdaOutput,
  type RequestOf,
  type ResponseOf,
  runTrigger,
} from '../sign-in/run-trigger.ts'
import type { SignInAttempt } from '../sign-in/sign-in-attempt.ts'
import type { Triggers } from '../triggers.ts'
import { missingParameter } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

interface CustomChallengeState {
  privateChallengeParameters: Record<string, string>
  challengeMetadata: string | undefined
}

export const customChallenge: Challenge<unknown, CustomChallengeState> = {
  async ask(attempt) {
    const created = await runChallengeTrigger(
      attempt,
      'createAuthChallenge',
      { challengeName: 'CUSTOM_CHALLENGE', session: [...attempt.rounds] },
      {},
    )
    const { challengeMetadata } = created
    if (challengeMetadata !== undefined && typeof challengeMetadata !== 'string') {
      throw invalidLambdaOutput()
    }
    return {
      parameters: {
        ...readStringMap(created.publicChallengeParameters),
        USERNAME: attempt.username,
      },
      state: {
        privateChallengeParameters: readStringMap(created.privateChallengeParameters),
        challengeMetadata,
      },
    }
  },
  async check(attempt, { responses: { ANSWER: answer }, state }) {
    if (answer === undefined) throw missingParameter('ANSWER')

    const { privateChallengeParameters, challengeMetadata } = state
    const verified = await runChallengeTrigger(
      attempt,
      'verifyAuthChallengeResponse',
      { privateChallengeParameters, challengeAnswer: answer },
      {},
    )
    if (typeof verified.answerCorrect !== 'boolean') throw invalidLambdaOutput()
    return orderNextChallenge(attempt, {
      challengeName: 'CUSTOM_CHALLENGE',
      challengeResult: verified.answerCorrect,
      ...(challengeMetadata !== undefined && { challengeMetadata }),
    })
  },
}

function runChallengeTrigger<Name extends 'createAuthChallenge' | 'verifyAuthChallengeResponse'>(
  { service, pool, client, user, username, clientMetadata }: SignInAttempt,
  name: Name,
  request: Omit<RequestOf<Name>, 'userAttributes'>,
  response: ResponseOf<Name>,
): Promise<ResponseOf<Name & keyof Triggers>> {
  return runTrigger({
    service,
    pool,
    clientId: client.id,
    name,
    sourceSuffix: 'Authentication',
    user,
    username,
    request: {
      ...request,
      ...(clientMetadata && { clientMetadata }),
      ...(!user && { userNotFound: true }),
    },
    response,
  })
}
