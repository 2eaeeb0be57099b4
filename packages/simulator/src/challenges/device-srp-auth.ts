import { readSrpA } from '../flows/read-srp-a.ts'
import { missingParameter, notAuthorized } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

/** Asks a remembered device to begin its proof. */
export const deviceSrpAuth: Challenge<unknown, { deviceKey: string | undefined }> = {
  ask({ device }) {
    return { parameters: {}, memory: { deviceKey: device?.key } }
  },
  check(attempt, { responses, memory: { deviceKey } }) {
    if (!responses.DEVICE_KEY) throw missingParameter('DEVICE_KEY')
    const A = readSrpA(responses)
    // Another device of the same user may not be one that is trusted.
    if (!attempt.device || attempt.device.key !== deviceKey) throw notAuthorized()
    const round = { challengeName: 'DEVICE_SRP_AUTH', challengeResult: true }
    return {
      step: { ask: 'DEVICE_PASSWORD_VERIFIER', input: A },
      patch: { rounds: [...attempt.rounds, round] },
    }
  },
}
