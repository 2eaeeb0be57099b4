import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { type MfaType, readMfaTypes } from '../mfa-type.ts'

/** The user has several second factors and picks one. */
export interface SelectMfaTypeChallenge {
  name: 'SELECT_MFA_TYPE'
  choices: MfaType[]
}

export interface SelectMfaTypeAnswer {
  choice: MfaType
}

export const selectMfaType: ChallengeProtocol<SelectMfaTypeChallenge, SelectMfaTypeAnswer> = {
  name: 'SELECT_MFA_TYPE',
  // Some prose calls it MFAS_CAN_SELECT; no service and no client does.
  read: ({ ChallengeParameters }) => ({
    choices: readMfaTypes(ChallengeParameters['MFAS_CAN_CHOOSE']),
  }),
  write: ({ choice }) => ({ ANSWER: choice }),
  answerItself: ({ choices: [choice, ...others] }) =>
    choice && others.length === 0 ? { choice } : undefined,
  replays: () => true,
}
