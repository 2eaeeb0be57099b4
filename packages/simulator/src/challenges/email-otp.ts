import { checkCode } from '../sign-in/check-code.ts'
import { checkFirstFactorCode, sendFirstFactorCode } from '../sign-in/first-factor-code.ts'
import { sendCode, type SentCode } from '../sign-in/send-code.ts'
import { stepAfterChallenge } from '../sign-in/step-after-challenge.ts'
import type { Challenge } from './challenge.ts'

/** A code by e-mail as the first or second factor. The input is the new address in MFA_SETUP. */
export const emailOtp: Challenge<string | undefined, SentCode> = {
  ask(attempt, newAddress) {
    return attempt.firstFactorPending
      ? sendFirstFactorCode(attempt, 'email')
      : sendCode(attempt, 'email', newAddress)
  },
  check(attempt, answer) {
    if (attempt.firstFactorPending) return checkFirstFactorCode(attempt, 'EMAIL_OTP', answer)
    checkCode(attempt, 'EMAIL_OTP', answer)
    return stepAfterChallenge(attempt, 'EMAIL_OTP')
  },
}
