import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { resendByReplay } from '../resend-by-replay.ts'

/** Cognito has texted a code; the user types it back. */
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
  refusals: { InvalidParameterException: 'code-wrong' },
}
