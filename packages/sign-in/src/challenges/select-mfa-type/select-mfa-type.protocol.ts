import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { type MfaType, readMfaTypes } from '../mfa-type.ts'

/** Asks which second factor to use. See `docs/cognito.md#select-mfa-type`. */
export interface SelectMfaTypeChallenge {
  name: 'SELECT_MFA_TYPE'
  choices: MfaType[]
}

export interface SelectMfaTypeAnswer {
  choice: MfaType
}

export const selectMfaType: ChallengeProtocol<SelectMfaTypeChallenge, SelectMfaTypeAnswer> = {
  name: 'SELECT_MFA_TYPE',
  // Not MFAS_CAN_SELECT: that name occurs in documentation only.
  read: ({ ChallengeParameters }) => ({
    choices: readMfaTypes(ChallengeParameters['MFAS_CAN_CHOOSE']),
  }),
  write: ({ choice }) => ({ ANSWER: choice }),
  answerItself: ({ choices: [choice, ...others] }) =>
    choice && others.length === 0 ? { choice } : undefined,
  replays: () => true,
}
