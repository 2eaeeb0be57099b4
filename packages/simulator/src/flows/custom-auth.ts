import type { InitiateAuthRequest } from '../sign-in/auth-request.ts'
import { checkAccount } from '../sign-in/check-password.ts'
import { orderNextChallenge } from '../sign-in/order-next-challenge.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow, StartedFlow } from './flow.ts'
import { readSrpA } from './read-srp-a.ts'

export const customAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  permittedBy: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
  async start(request) {
    const { CHALLENGE_NAME: first = 'CUSTOM_CHALLENGE' } = request.parameters
    if (first === 'SRP_A') return startWithPassword(request)
    if (first !== 'CUSTOM_CHALLENGE') {
      throw invalidParameter(`${first} flow not enabled for this client`)
    }
    const attempt = await findSignInUser(request)
    if (attempt.user) checkAccount(attempt.user)
    return { attempt, ...(await orderNextChallenge({ ...attempt, clientMetadata: undefined })) }
  },
}

/** The triggers see a round SRP_A, and may order PASSWORD_VERIFIER or something else. */
async function startWithPassword(request: InitiateAuthRequest): Promise<StartedFlow> {
  const A = readSrpA(request.parameters)
  const attempt = await findSignInUser(request)
  const { step, patch } = await orderNextChallenge(
    { ...attempt, clientMetadata: undefined },
    { challengeName: 'SRP_A', challengeResult: true },
  )
  if ('ask' in step && step.ask === 'PASSWORD_VERIFIER') {
    return { attempt, step: { ...step, input: A }, patch }
  }
  if (attempt.user) checkAccount(attempt.user)
  return { attempt, step, patch }
}
