import { checkAttributes } from '../pool/attributes.ts'
import type { MfaType } from '../pool/pool.ts'
import { checkSetUpNeeded } from '../sign-in/check-set-up-needed.ts'
import type { StepResult } from '../sign-in/next-step.ts'
import { requireUser } from '../sign-in/sign-in-attempt.ts'
import { stepAfterChallenge } from '../sign-in/step-after-challenge.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import type { Challenge } from './challenge.ts'

/** AssociateSoftwareToken and VerifySoftwareToken update `totp`. Each returns a new Session. */
export interface MfaSetupState {
  choices: MfaType[]
  totp: 'none' | 'associated' | 'verified'
}

export const mfaSetup: Challenge<MfaType[], MfaSetupState> = {
  ask(attempt, choices) {
    const { username } = requireUser(attempt)
    return {
      parameters: {
        MFAS_CAN_SETUP: JSON.stringify(choices),
        USERNAME: username,
        USER_ID_FOR_SRP: username,
      },
      state: { choices, totp: 'none' },
    }
  },
  async check(attempt, { responses, state: { choices, totp } }): Promise<StepResult> {
    const { pool } = attempt
    const user = requireUser(attempt)
    if (totp === 'verified') {
      user.mfa = [...new Set([...user.mfa, 'SOFTWARE_TOKEN_MFA' as const])]
      return stepAfterChallenge(attempt, 'MFA_SETUP')
    }
    checkSetUpNeeded(pool, user)
    // The service's guide says `email`, but all working clients send `EMAIL`.
    const email = responses.EMAIL ?? responses.email
    if (email && choices.includes('EMAIL_OTP')) {
      checkAttributes(pool, { email })
      return { step: { ask: 'EMAIL_OTP', input: email }, patch: {} }
    }
    const number = responses.PHONE_NUMBER
    if (number && choices.includes('SMS_MFA')) {
      checkAttributes(pool, { phone_number: number })
      return { step: { ask: 'SMS_MFA', input: number }, patch: {} }
    }
    throw invalidParameter(
      choices.includes('SOFTWARE_TOKEN_MFA')
        ? 'User has not verified software token mfa'
        : 'Missing required parameter EMAIL',
    )
  },
}
