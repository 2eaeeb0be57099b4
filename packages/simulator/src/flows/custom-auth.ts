import { checkAccount } from '../sign-in/check-password.ts'
import { invalidParameter } from '../wire/refusal.ts'
import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow, Start, Started } from './flow.ts'
import { orderRound } from './order-round.ts'
import { readSrpA } from './read-srp-a.ts'

export const customAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  permittedBy: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
  async start(start) {
    const { CHALLENGE_NAME: first = 'CUSTOM_CHALLENGE' } = start.parameters
    if (first === 'SRP_A') return startWithPassword(start)
    if (first !== 'CUSTOM_CHALLENGE')
      throw invalidParameter(`${first} flow not enabled for this client`)

    const attempt = await findSignInUser(start)
    if (attempt.user) checkAccount(attempt.user)
    return { attempt, step: await orderRound({ ...attempt, metadata: undefined }) }
  },
}

/** The triggers see that the client would prove its password first, and let it or do not. */
async function startWithPassword(start: Start): Promise<Started> {
  const A = readSrpA(start.parameters)
  const attempt = await findSignInUser(start)
  attempt.rounds.push({ challengeName: 'SRP_A', challengeResult: true })
  const step = await orderRound({ ...attempt, metadata: undefined })
  if (!('ask' in step) || step.ask !== 'PASSWORD_VERIFIER') {
    if (attempt.user) checkAccount(attempt.user)
    return { attempt, step }
  }
  return { attempt, step: { ...step, given: A } }
}
