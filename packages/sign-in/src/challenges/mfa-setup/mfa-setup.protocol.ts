import { associateSoftwareToken } from '../../operations/associate-software-token.ts'
import { verifySoftwareToken } from '../../operations/verify-software-token.ts'
import { AuthError } from '../../protocol/auth-error.ts'
import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { type MfaType, readMfaTypes } from '../mfa-type.ts'

/** The user must set up a second factor. See `docs/cognito.md#mfa-setup`. */
export interface MfaSetupChallenge {
  name: 'MFA_SETUP'
  choices: MfaType[]
  /**
   * The secret of the new authenticator, base32. It comes after the answer `{ choice: 'SOFTWARE_TOKEN_MFA'
   * }`.
   */
  secretCode?: string
}

/** An authenticator app needs two answers: first `choice`, then `code`. */
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
    // The keys EMAIL and PHONE_NUMBER are upper-case, unlike in the guide (`docs/cognito.md#mfa-setup`).
    if (answer.email !== undefined) return respond({ EMAIL: answer.email })
    if (answer.phoneNumber !== undefined) return respond({ PHONE_NUMBER: answer.phoneNumber })
    const { code, deviceName } = answer
    const input = { UserCode: code, ...(deviceName && { FriendlyDeviceName: deviceName }) }
    // The answer may be an HTTP 200 and still refuse the code (`docs/cognito.md#mfa-setup`).
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
