import type { ChallengeRound } from '../triggers.ts'
import { invalidParameter, notAuthorized } from '../wire/service-exception.ts'
import { mustProveDevice } from './device-rules.ts'
import type { NextStep, StepResult } from './next-step.ts'
import { hasTrigger, invalidLambdaOutput, runTrigger } from './run-trigger.ts'
import type { SignInAttempt } from './sign-in-attempt.ts'

/** Runs the defineAuthChallenge trigger, with the finished round added to the others. */
export async function orderNextChallenge(
  attempt: SignInAttempt,
  round?: ChallengeRound,
): Promise<StepResult> {
  const rounds = round ? [...attempt.rounds, round] : attempt.rounds
  return { step: await runDefineAuthChallenge(attempt, [...rounds]), patch: { rounds } }
}

async function runDefineAuthChallenge(
  attempt: SignInAttempt,
  session: ChallengeRound[],
): Promise<NextStep> {
  const { service, pool, client, user, username, clientMetadata } = attempt
  const isConfigured = (['defineAuthChallenge', 'createAuthChallenge'] as const).every((name) => {
    return hasTrigger(pool, name)
  })
  if (!isConfigured) {
    throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
  }
  const ordered = await runTrigger({
    service,
    pool,
    clientId: client.id,
    name: 'defineAuthChallenge',
    sourceSuffix: 'Authentication',
    user,
    username,
    request: {
      session,
      ...(clientMetadata && { clientMetadata }),
      ...(!user && { userNotFound: true }),
    },
    response: { issueTokens: false, failAuthentication: false },
  })
  if (ordered.failAuthentication === true) throw notAuthorized()
  if (ordered.issueTokens === true) {
    return mustProveDevice(attempt) ? { ask: 'DEVICE_SRP_AUTH' } : { issue: 'tokens' }
  }
  const { challengeName } = ordered
  if (typeof challengeName !== 'string' || !orderable.has(challengeName)) {
    throw invalidLambdaOutput()
  }
  return { ask: challengeName }
}

/** A trigger cannot order the other challenges: the service asks them when the account needs them. */
const orderable = new Set([
  'CUSTOM_CHALLENGE',
  'PASSWORD_VERIFIER',
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
])
