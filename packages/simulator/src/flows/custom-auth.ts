import { checkAccount } from '../sign-in/check-password.ts'
import { invalidParameter } from '../wire/refusal.ts'
import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow } from './flow.ts'
import { orderRound } from './order-round.ts'

export const customAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  permittedBy: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
  async start(start) {
    const { CHALLENGE_NAME: first = 'CUSTOM_CHALLENGE' } = start.parameters
    if (first !== 'CUSTOM_CHALLENGE')
      throw invalidParameter(`${first} flow not enabled for this client`)

    const attempt = await findSignInUser(start)
    if (attempt.user) checkAccount(attempt.user)
    return { attempt, step: await orderRound({ ...attempt, metadata: undefined }) }
  },
}
