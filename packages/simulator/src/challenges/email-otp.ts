import { checkCode } from '../sign-in/check-code.ts'
import { checkFirstCode, sendFirstCode } from '../sign-in/first-codes.ts'
import { type SentCode, sendCode } from '../sign-in/send-code.ts'
import { stepAfterChallenge } from '../sign-in/step-after-challenge.ts'
import type { Challenge } from './challenge.ts'

/** A code by e-mail as the first or second factor. The input is the new address in MFA_SETUP. */
export const emailOtp: Challenge<string | undefined, SentCode> = {
  ask(attempt, newAddress) {
    return attempt.firstFactorPending
      ? sendFirstCode(attempt, 'email')
      : sendCode(attempt, 'email', newAddress)
  },
  check(attempt, answer) {
    if (attempt.firstFactorPending) return checkFirstCode(attempt, 'EMAIL_OTP', answer)
    checkCode(attempt, 'EMAIL_OTP', answer)
    return stepAfterChallenge(attempt, 'EMAIL_OTP')
  },
}
