import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { resendByReplay } from '../resend-by-replay.ts'

/** Cognito has texted a code that signs in by itself; the user types it back. */
export interface SmsOtpChallenge {
  name: 'SMS_OTP'
  /** Masked by Cognito, e.g. `+*******9934`. */
  destination: string | undefined
}

export interface SmsOtpAnswer {
  code: string
}

export const smsOtp: ChallengeProtocol<SmsOtpChallenge, SmsOtpAnswer> = {
  name: 'SMS_OTP',
  read: ({ ChallengeParameters }) => ({
    destination: ChallengeParameters['CODE_DELIVERY_DESTINATION'],
  }),
  write: ({ code }) => ({ SMS_OTP_CODE: code }),
  resend: resendByReplay,
  refusals: { InvalidParameterException: 'code-wrong' },
}
