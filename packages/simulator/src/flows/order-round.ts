import type { Attempt, Step } from '../sign-in/attempt.ts'
import { provesDevice } from '../sign-in/device-rules.ts'
import { hasTrigger, runTrigger, unrecognizable } from '../sign-in/run-trigger.ts'
import { invalidParameter, notAuthorized } from '../wire/refusal.ts'

/** Lets DefineAuthChallenge say what comes next. */
export async function orderRound(attempt: Attempt): Promise<Step> {
  const { service, pool, client, user, username, rounds, metadata } = attempt
  const configured = (['defineAuthChallenge', 'createAuthChallenge'] as const).every((name) => {
    return hasTrigger(pool, name)
  })
  if (!configured) {
    throw invalidParameter('Custom auth lambda trigger is not configured for the user pool.')
  }
  const ordered = await runTrigger({
    service,
    pool,
    clientId: client.id,
    name: 'defineAuthChallenge',
    occasion: 'Authentication',
    user,
    username,
    request: {
      session: rounds,
      ...(metadata && { clientMetadata: metadata }),
      ...(!user && { userNotFound: true }),
    },
    response: { issueTokens: false, failAuthentication: false },
  })
  if (ordered.failAuthentication === true) throw notAuthorized()
  if (ordered.issueTokens === true) {
    return provesDevice(attempt) ? { ask: 'DEVICE_SRP_AUTH' } : { issue: 'tokens' }
  }
  const { challengeName } = ordered
  if (typeof challengeName !== 'string' || !orderable.has(challengeName)) throw unrecognizable()
  return { ask: challengeName }
}

/** The other challenges follow from how the account stands, which is not for triggers to say. */
const orderable = new Set([
  'CUSTOM_CHALLENGE',
  'PASSWORD_VERIFIER',
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
])
