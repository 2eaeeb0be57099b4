import type { ChallengeProtocol } from '../../protocol/challenge-protocol.ts'
import { resendByReplay } from '../resend-by-replay.ts'

/** Asks for a code that Cognito has sent by SMS, as the first factor. See `docs/cognito.md#sms-otp`. */
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
  // A code of a wrong form: `docs/cognito.md#invalid-parameter-exception`.
  refusals: { InvalidParameterException: 'code-wrong' },
}
