import { checkAttributes } from '../pool/attributes.ts'
import type { MfaType } from '../pool/pool.ts'
import { knownUser, type Step } from '../sign-in/attempt.ts'
import { checkSetUpNeeded } from '../sign-in/check-set-up-needed.ts'
import { afterFactor } from '../sign-in/next-step.ts'
import { invalidParameter } from '../wire/refusal.ts'
import type { Challenge } from './challenge.ts'

/** AssociateSoftwareToken and VerifySoftwareToken move `totp` on; each hands out a new Session. */
export interface MfaSetupMemory {
  choices: MfaType[]
  totp: 'none' | 'associated' | 'verified'
}

export const mfaSetup: Challenge<MfaType[], MfaSetupMemory> = {
  ask(attempt, choices) {
    const { username } = knownUser(attempt)
    return {
      parameters: {
        MFAS_CAN_SETUP: JSON.stringify(choices),
        USERNAME: username,
        USER_ID_FOR_SRP: username,
      },
      memory: { choices, totp: 'none' },
    }
  },
  async check(attempt, { responses, memory: { choices, totp } }): Promise<Step> {
    const { pool } = attempt
    const user = knownUser(attempt)
    if (totp === 'verified') {
      user.mfa = [...new Set([...user.mfa, 'SOFTWARE_TOKEN_MFA' as const])]
      return afterFactor(attempt, 'MFA_SETUP')
    }
    checkSetUpNeeded(pool, user)
    // The guide writes `email`, every working client `EMAIL`.
    const email = responses.EMAIL ?? responses.email
    if (email && choices.includes('EMAIL_OTP')) {
      checkAttributes(pool, { email })
      return { ask: 'EMAIL_OTP', given: email }
    }
    const number = responses.PHONE_NUMBER
    if (number && choices.includes('SMS_MFA')) {
      checkAttributes(pool, { phone_number: number })
      return { ask: 'SMS_MFA', given: number }
    }
    throw invalidParameter(
      choices.includes('SOFTWARE_TOKEN_MFA')
        ? 'User has not verified software token mfa'
        : 'Missing required parameter EMAIL',
    )
  },
}
