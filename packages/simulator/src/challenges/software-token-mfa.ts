import { checkLockOut, countFailure } from '../pool/lock-out.ts'
import { consumeTotp } from '../pool/totp.ts'
import { requireUser } from '../sign-in/sign-in-attempt.ts'
import { stepAfterChallenge } from '../sign-in/step-after-challenge.ts'
import { missingParameter, ServiceException } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

export const softwareTokenMfa: Challenge = {
  ask(attempt) {
    const { username, totp } = requireUser(attempt)
    if (!totp) throw notRegistered()
    return {
      parameters: {
        ...(totp.deviceName !== undefined && { FRIENDLY_DEVICE_NAME: totp.deviceName }),
        USERNAME: username,
        USER_ID_FOR_SRP: username,
      },
      state: undefined,
    }
  },
  check(attempt, { responses: { SOFTWARE_TOKEN_MFA_CODE: code } }) {
    if (!code) throw missingParameter('SOFTWARE_TOKEN_MFA_CODE')

    const user = requireUser(attempt)
    if (!user.totp) throw notRegistered()
    const now = attempt.service.clock.now()
    checkLockOut(user, now)
    const verdict = consumeTotp(user.totp, code, now)
    if (verdict === 'right') return stepAfterChallenge(attempt, 'SOFTWARE_TOKEN_MFA')
    if (verdict === 'spent') {
      const message = 'Your software token has already been used once.'
      throw new ServiceException('ExpiredCodeException', message)
    }
    countFailure(user, now)
    throw new ServiceException('CodeMismatchException', 'Invalid code received for user')
  },
}

function notRegistered(): ServiceException {
  const message = 'Software Token MFA does not exist for the user.'
  return new ServiceException('SoftwareTokenMFANotFoundException', message)
}
