import { checkLockOut, countFailure } from '../pool/lock-out.ts'
import { spendTotp } from '../pool/totp.ts'
import { knownUser } from '../sign-in/attempt.ts'
import { afterFactor } from '../sign-in/next-step.ts'
import { missingParameter, Refusal } from '../wire/refusal.ts'
import type { Challenge } from './challenge.ts'

export const softwareTokenMfa: Challenge = {
  ask(attempt) {
    const { username, totp } = knownUser(attempt)
    if (!totp) throw notRegistered()
    return {
      parameters: {
        ...(totp.deviceName !== undefined && { FRIENDLY_DEVICE_NAME: totp.deviceName }),
        USERNAME: username,
        USER_ID_FOR_SRP: username,
      },
      memory: undefined,
    }
  },
  check(attempt, { responses: { SOFTWARE_TOKEN_MFA_CODE: code } }) {
    if (!code) throw missingParameter('SOFTWARE_TOKEN_MFA_CODE')

    const user = knownUser(attempt)
    if (!user.totp) throw notRegistered()
    const now = attempt.service.clock.now()
    checkLockOut(user, now)
    const verdict = spendTotp(user.totp, code, now)
    if (verdict === 'right') return afterFactor(attempt, 'SOFTWARE_TOKEN_MFA')
    if (verdict === 'spent') {
      const message = 'Your software token has already been used once.'
      throw new Refusal('ExpiredCodeException', message)
    }
    countFailure(user, now)
    throw new Refusal('CodeMismatchException', 'Invalid code received for user')
  },
}

function notRegistered(): Refusal {
  const message = 'Software Token MFA does not exist for the user.'
  return new Refusal('SoftwareTokenMFANotFoundException', message)
}
