import { checkFirstCode, sendFirstCode } from '../sign-in/first-codes.ts'
import type { SentCode } from '../sign-in/send-code.ts'
import type { Challenge } from './challenge.ts'

/** A code by SMS as the first factor. As the second factor it is SMS_MFA. */
export const smsOtp: Challenge<unknown, SentCode> = {
  ask: (attempt) => sendFirstCode(attempt, 'phone_number'),
  check: (attempt, answer) => checkFirstCode(attempt, 'SMS_OTP', answer),
}
