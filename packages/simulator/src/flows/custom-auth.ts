import type { InitiateAuthRequest } from '../sign-in/auth-request.ts'
import { checkAccount } from '../sign-in/check-password.ts'
import { invalidParameter } from '../wire/refusal.ts'
import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow, Started } from './flow.ts'
import { orderRound } from './order-round.ts'
import { readSrpA } from './read-srp-a.ts'

export const customAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  permittedBy: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
  async start(request) {
    const { CHALLENGE_NAME: first = 'CUSTOM_CHALLENGE' } = request.parameters
    if (first === 'SRP_A') return startWithPassword(request)
    if (first !== 'CUSTOM_CHALLENGE')
      throw invalidParameter(`${first} flow not enabled for this client`)

    const attempt = await findSignInUser(request)
    if (attempt.user) checkAccount(attempt.user)
    return { attempt, step: await orderRound({ ...attempt, metadata: undefined }) }
  },
}

/** The triggers see that the client would prove its password first, and let it or do not. */
async function startWithPassword(request: InitiateAuthRequest): Promise<Started> {
  const A = readSrpA(request.parameters)
  const attempt = await findSignInUser(request)
  attempt.rounds.push({ challengeName: 'SRP_A', challengeResult: true })
  const step = await orderRound({ ...attempt, metadata: undefined })
  if (!('ask' in step) || step.ask !== 'PASSWORD_VERIFIER') {
    if (attempt.user) checkAccount(attempt.user)
    return { attempt, step }
  }
  return { attempt, step: { ...step, given: A } }
}
