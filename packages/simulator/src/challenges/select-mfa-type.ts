import type { MfaType } from '../pool/pool.ts'
import { requireUser } from '../sign-in/sign-in-attempt.ts'
import { invalidParameter, missingParameter } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

export const selectMfaType: Challenge<MfaType[], MfaType[]> = {
  ask(attempt, choices) {
    const { username } = requireUser(attempt)
    return {
      parameters: {
        MFAS_CAN_CHOOSE: JSON.stringify(choices),
        USERNAME: username,
        USER_ID_FOR_SRP: username,
      },
      state: choices,
    }
  },
  check(_attempt, { responses: { ANSWER: answer }, state: choices }) {
    if (!answer) throw missingParameter('ANSWER')
    if (!choices.some((choice) => choice === answer)) {
      throw invalidParameter(`ANSWER must be one of ${choices.join(', ')}`)
    }
    return { step: { ask: answer }, patch: {} }
  },
}
