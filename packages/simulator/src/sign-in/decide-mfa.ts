import type { MfaType, Pool, RecoveryName, User } from '../pool/pool.ts'
import { ServiceException } from '../wire/service-exception.ts'
import type { NextStep } from './next-step.ts'

/** The step after a right password: a second factor, its set-up, a choice, or tokens. */
export function decideMfa(pool: Pool, user: User): NextStep {
  if (pool.mfa === 'OFF') return { issue: 'tokens' }

  const { preferredMfa } = user
  const usable = priority.filter((type) => pool.mfaTypes.includes(type) && isSetUp[type](user))
  if (preferredMfa && usable.includes(preferredMfa)) return { ask: preferredMfa }
  if (pool.mfa === 'OPTIONAL') {
    return choose(usable.filter((type) => user.mfa.includes(type))) ?? { issue: 'tokens' }
  }
  return requireMfa(pool, user, usable)
}

/** The MFA types that MFA_SETUP offers this user. */
function listSetupOptions(pool: Pool, user: User): MfaType[] {
  const primary = primaryRecovery(pool)
  const possible: Record<MfaType, boolean> = {
    SOFTWARE_TOKEN_MFA: true,
    EMAIL_OTP: !isSetUp.EMAIL_OTP(user) && primary !== 'verified_email',
    SMS_MFA: pool.smsSetup && !isSetUp.SMS_MFA(user) && primary !== 'verified_phone_number',
  }
  const order: MfaType[] = ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA']
  return order.filter((type) => pool.mfaTypes.includes(type) && possible[type])
}

const priority: MfaType[] = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA']

const isSetUp: Record<MfaType, (user: User) => boolean> = {
  SMS_MFA: ({ attributes }) => attributes.phone_number !== undefined,
  EMAIL_OTP: ({ attributes }) => attributes.email !== undefined,
  SOFTWARE_TOKEN_MFA: ({ totp }) => totp !== undefined,
}

const codeTypes: MfaType[] = ['SMS_MFA', 'EMAIL_OTP']

const recoveryNames: Partial<Record<MfaType, RecoveryName>> = {
  SMS_MFA: 'verified_phone_number',
  EMAIL_OTP: 'verified_email',
}

/** The step if the pool requires MFA and the user prefers no factor. */
function requireMfa(pool: Pool, user: User, usable: MfaType[]): NextStep {
  const primary = primaryRecovery(pool)
  const eligible = usable.filter((type) => type in recoveryNames && recoveryNames[type] !== primary)
  if (usable.includes('SOFTWARE_TOKEN_MFA')) return choose([...eligible, 'SOFTWARE_TOKEN_MFA'])!
  const chosen = choose(eligible)
  if (chosen) return chosen

  const setups = listSetupOptions(pool, user)
  const usableCodes = codeTypes.filter((type) => isSetUp[type](user))
  const [onlyCode, otherCode] = usableCodes
  // A user whose only address is the one for account recovery cannot sign in: the service offers no set-up.
  const isLockedOut = onlyCode && !otherCode && recoveryNames[onlyCode] === primary
  const canSetUp = onlyCode ? setups.includes('SOFTWARE_TOKEN_MFA') : setups.length > 0
  if (isLockedOut || !canSetUp) {
    throw new ServiceException(
      'MFAMethodNotFoundException',
      'No MFA method is available for the user.',
    )
  }
  return { ask: 'MFA_SETUP', input: setups }
}

function choose(types: MfaType[]): NextStep | undefined {
  const [first, ...others] = types
  if (!first) return undefined
  return others.length === 0 ? { ask: first } : { ask: 'SELECT_MFA_TYPE', input: types }
}

function primaryRecovery(pool: Pool): RecoveryName | undefined {
  return pool.recovery[0]
}
