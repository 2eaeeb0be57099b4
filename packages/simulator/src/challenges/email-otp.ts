import { checkCode } from '../sign-in/check-code.ts'
import { afterFactor } from '../sign-in/next-step.ts'
import { type SentCode, sendCode } from '../sign-in/send-code.ts'
import type { Challenge } from './challenge.ts'

/** Given an address when MFA_SETUP is what sends here. */
export const emailOtp: Challenge<string | undefined, SentCode> = {
  ask: (attempt, newAddress) => sendCode(attempt, 'email', newAddress),
  check(attempt, answer) {
    checkCode(attempt, 'EMAIL_OTP', answer)
    return afterFactor(attempt, 'EMAIL_OTP')
  },
}
