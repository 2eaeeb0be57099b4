import { AuthError } from '../../protocol/auth-error.ts'
import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { type MfaType, readMfaTypes } from '../mfa-type.ts'

/** The pool demands a second factor, and the user has none yet. */
export interface MfaSetupChallenge {
  name: 'MFA_SETUP'
  choices: MfaType[]
  /** The new authenticator's secret, base32; there once `{ choice: 'SOFTWARE_TOKEN_MFA' }` is given. */
  secretCode?: string
}

/** Where an authenticator is chosen, two answers: the choice, then a code that it shows. */
export type MfaSetupAnswer =
  | { choice: 'SOFTWARE_TOKEN_MFA' }
  | { code: string; deviceName?: string }
  | { email: string }
  | { phoneNumber: string }

export const mfaSetup: ChallengeProtocol<MfaSetupChallenge, MfaSetupAnswer> = {
  name: 'MFA_SETUP',
  read: ({ ChallengeParameters }) => ({
    choices: readMfaTypes(ChallengeParameters['MFAS_CAN_SETUP']),
  }),
  answerItself: ({ choices }) =>
    choices.length === 1 && choices[0] === 'SOFTWARE_TOKEN_MFA'
      ? { choice: 'SOFTWARE_TOKEN_MFA' }
      : undefined,
  async prepare(answer, trip) {
    if ('choice' in answer) {
      const { SecretCode } = await trip('AssociateSoftwareToken', {})
      return { secretCode: SecretCode }
    }
    if ('code' in answer) {
      const { code, deviceName } = answer
      const { Status } = await trip('VerifySoftwareToken', {
        UserCode: code,
        ...(deviceName && { FriendlyDeviceName: deviceName }),
      })
      if (Status !== 'SUCCESS') throw new AuthError('code-wrong', { sent: 'yes' })
    }
    return undefined
  },
  write: (answer) => {
    // Upper case: what every working client sends, whatever one page of the guide prints.
    if ('email' in answer) return { EMAIL: answer.email }
    if ('phoneNumber' in answer) return { PHONE_NUMBER: answer.phoneNumber }
    return {}
  },
  replays: true,
}
