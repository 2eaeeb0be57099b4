import { readSrpA } from '../flows/read-srp-a.ts'
import { missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

/** Asks a remembered device to start its SRP proof. */
export const deviceSrpAuth: Challenge<unknown, { deviceKey: string | undefined }> = {
  ask({ device }) {
    return { parameters: {}, state: { deviceKey: device?.key } }
  },
  check(attempt, { responses, state: { deviceKey } }) {
    if (!responses.DEVICE_KEY) throw missingParameter('DEVICE_KEY')
    const A = readSrpA(responses)
    // The proof must come from the device that was asked, not from another one of the user.
    if (!attempt.device || attempt.device.key !== deviceKey) throw notAuthorized()
    const round = { challengeName: 'DEVICE_SRP_AUTH', challengeResult: true }
    return {
      step: { ask: 'DEVICE_PASSWORD_VERIFIER', input: A },
      patch: { rounds: [...attempt.rounds, round] },
    }
  },
}
