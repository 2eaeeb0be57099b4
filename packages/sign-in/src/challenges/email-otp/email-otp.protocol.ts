import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { resendByReplay } from '../resend-by-replay.ts'

/** Asks for a code that Cognito has sent by email. See `docs/cognito.md#email-otp`. */
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
  // Not EMAIL_MFA_CODE: that name occurs in documentation only.
  write: ({ code }) => ({ EMAIL_OTP_CODE: code }),
  resend: resendByReplay,
  // A code of a wrong form: `docs/cognito.md#invalid-parameter-exception`.
  refusals: { InvalidParameterException: 'code-wrong' },
}
