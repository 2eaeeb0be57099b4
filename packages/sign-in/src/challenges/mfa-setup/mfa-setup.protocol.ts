import { associateSoftwareToken } from '../../operations/associate-software-token.ts'
import { verifySoftwareToken } from '../../operations/verify-software-token.ts'
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
  | { choice: 'SOFTWARE_TOKEN_MFA'; code?: never; email?: never; phoneNumber?: never }
  | { code: string; deviceName?: string; choice?: never; email?: never; phoneNumber?: never }
  | { email: string; choice?: never; code?: never; phoneNumber?: never }
  | { phoneNumber: string; choice?: never; code?: never; email?: never }

export const mfaSetup: ChallengeProtocol<MfaSetupChallenge, MfaSetupAnswer> = {
  name: 'MFA_SETUP',
  read: ({ ChallengeParameters }) => ({
    choices: readMfaTypes(ChallengeParameters['MFAS_CAN_SETUP']),
  }),
  answerItself: ({ choices }) =>
    choices.length === 1 && choices[0] === 'SOFTWARE_TOKEN_MFA'
      ? { choice: 'SOFTWARE_TOKEN_MFA' }
      : undefined,
  async submit(answer, { call, respond }) {
    if (answer.choice) {
      const { SecretCode: secretCode } = await call(associateSoftwareToken, {})
      return { kind: 'stay', found: { secretCode } }
    }
    // Upper case: what every working client sends, whatever one page of the guide prints.
    if (answer.email !== undefined) return respond({ EMAIL: answer.email })
    if (answer.phoneNumber !== undefined) return respond({ PHONE_NUMBER: answer.phoneNumber })
    const { code, deviceName } = answer
    const input = { UserCode: code, ...(deviceName && { FriendlyDeviceName: deviceName }) }
    const { Status } = await call(verifySoftwareToken, input, isVerified)
    if (!isVerified({ Status })) throw new AuthError('code-wrong', { sent: 'yes' })
    return respond({})
  },
  // A choice alone brings a new secret, and its code holds for that secret only.
  replays: ({ email, phoneNumber }) => email !== undefined || phoneNumber !== undefined,
}

function isVerified({ Status }: { Status: string }): boolean {
  return Status === 'SUCCESS'
}
