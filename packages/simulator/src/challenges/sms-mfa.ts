import { checkCode } from '../sign-in/check-code.ts'
import { sendCode, type SentCode } from '../sign-in/send-code.ts'
import { stepAfterChallenge } from '../sign-in/step-after-challenge.ts'
import type { Challenge } from './challenge.ts'

/** A code by SMS as the second factor. The input is the new number in MFA_SETUP. */
export const smsMfa: Challenge<string | undefined, SentCode> = {
  ask: (attempt, newNumber) => sendCode(attempt, 'phone_number', newNumber),
  check(attempt, answer) {
    checkCode(attempt, 'SMS_MFA', answer)
    return stepAfterChallenge(attempt, 'SMS_MFA')
  },
}
