import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { resendByReplay } from '../resend-by-replay.ts'

/** Cognito has e-mailed a code; the user types it back. */
export interface EmailOtpChallenge {
  name: 'EMAIL_OTP'
  /** Masked by Cognito, e.g. `a***@e***`. */
  destination: string | undefined
}

export interface EmailOtpAnswer {
  code: string
}

export const emailOtp: ChallengeProtocol<EmailOtpChallenge, EmailOtpAnswer> = {
  name: 'EMAIL_OTP',
  read: ({ ChallengeParameters }) => ({
    destination: ChallengeParameters['CODE_DELIVERY_DESTINATION'],
  }),
  // Not EMAIL_MFA_CODE: that name stands in the SDK's prose only.
  write: ({ code }) => ({ EMAIL_OTP_CODE: code }),
  resend: resendByReplay,
  refusals: { InvalidParameterException: 'code-wrong' },
}
