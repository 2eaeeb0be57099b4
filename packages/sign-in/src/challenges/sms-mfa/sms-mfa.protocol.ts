import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { resendByReplay } from '../resend-by-replay.ts'

/** Asks for a code that Cognito has sent by SMS, as a second factor. See `docs/cognito.md#sms-mfa`. */
export interface SmsMfaChallenge {
  name: 'SMS_MFA'
  /** Masked by Cognito, e.g. `+*******9934`. */
  destination: string | undefined
}

export interface SmsMfaAnswer {
  code: string
}

export const smsMfa: ChallengeProtocol<SmsMfaChallenge, SmsMfaAnswer> = {
  name: 'SMS_MFA',
  read: ({ ChallengeParameters }) => ({
    destination: ChallengeParameters['CODE_DELIVERY_DESTINATION'],
  }),
  write: ({ code }) => ({ SMS_MFA_CODE: code }),
  resend: resendByReplay,
  // A code of a wrong form: `docs/cognito.md#invalid-parameter-exception`.
  refusals: { InvalidParameterException: 'code-wrong' },
}
