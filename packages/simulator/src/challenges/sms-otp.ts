import { checkFirstFactorCode, sendFirstFactorCode } from '../sign-in/first-factor-code.ts'
import type { SentCode } from '../sign-in/send-code.ts'
import type { Challenge } from './challenge.ts'

/** A code by SMS as the first factor. As the second factor it is SMS_MFA. */
export const smsOtp: Challenge<unknown, SentCode> = {
  ask: (attempt) => sendFirstFactorCode(attempt, 'phone_number'),
  check: (attempt, answer) => checkFirstFactorCode(attempt, 'SMS_OTP', answer),
}
