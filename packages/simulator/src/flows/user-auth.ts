import { isFirstFactor, offerFactors, takeFirstFactor } from '../sign-in/first-factors.ts'
import { invalidParameter, notAuthorized } from '../wire/service-exception.ts'
import { findSignInUser } from './find-sign-in-user.ts'
import type { Flow } from './flow.ts'

export const userAuth: Flow = {
  initiatedBy: ['public', 'admin'],
  permittedBy: ['ALLOW_USER_AUTH'],
  async start(request) {
    const { PREFERRED_CHALLENGE: preferred } = request.parameters
    if (request.session !== undefined) throw notAuthorized('Invalid session for the user.')
    if (preferred && !isFirstFactor(preferred)) {
      throw invalidParameter(`Unknown PREFERRED_CHALLENGE ${preferred.slice(0, 32)}`)
    }
    const attempt = { ...(await findSignInUser(request)), firstFactorPending: true }
    if (!preferred || !offerFactors(attempt).includes(preferred)) {
      return { attempt, step: { ask: 'SELECT_CHALLENGE' }, patch: {} }
    }
    return { attempt, ...(await takeFirstFactor(attempt, preferred, request.parameters)) }
  },
}
