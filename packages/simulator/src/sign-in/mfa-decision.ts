import type { MfaType, Pool, RecoveryName, User } from '../pool/pool.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Step } from './attempt.ts'

/** Which second factor follows a right password, if any. */
export function decideMfa(pool: Pool, user: User): Step {
  if (pool.mfa === 'OFF') return { issue: 'tokens' }

  const { preferredMfa } = user
  const usable = ordered.filter((type) => pool.mfaTypes.includes(type) && hasMeans[type](user))
  if (preferredMfa && usable.includes(preferredMfa)) return { ask: preferredMfa }
  if (pool.mfa === 'OPTIONAL') {
    return choose(usable.filter((type) => user.mfa.includes(type))) ?? { issue: 'tokens' }
  }
  return require(pool, user, usable)
}

/** What MFA_SETUP can offer this user. */
function listSetups(pool: Pool, user: User): MfaType[] {
  const primary = primaryRecovery(pool)
  const possible: Record<MfaType, boolean> = {
    SOFTWARE_TOKEN_MFA: true,
    EMAIL_OTP: !hasMeans.EMAIL_OTP(user) && primary !== 'verified_email',
    SMS_MFA: pool.smsSetup && !hasMeans.SMS_MFA(user) && primary !== 'verified_phone_number',
  }
  const order: MfaType[] = ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_MFA']
  return order.filter((type) => pool.mfaTypes.includes(type) && possible[type])
}

const ordered: MfaType[] = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA']

const hasMeans: Record<MfaType, (user: User) => boolean> = {
  SMS_MFA: ({ attributes }) => attributes.phone_number !== undefined,
  EMAIL_OTP: ({ attributes }) => attributes.email !== undefined,
  SOFTWARE_TOKEN_MFA: ({ totp }) => totp !== undefined,
}

const messages: MfaType[] = ['SMS_MFA', 'EMAIL_OTP']

const recoveredBy: Partial<Record<MfaType, RecoveryName>> = {
  SMS_MFA: 'verified_phone_number',
  EMAIL_OTP: 'verified_email',
}

/** The pool demands MFA and the user prefers none. */
function require(pool: Pool, user: User, usable: MfaType[]): Step {
  const primary = primaryRecovery(pool)
  const eligible = usable.filter((type) => type in recoveredBy && recoveredBy[type] !== primary)
  if (usable.includes('SOFTWARE_TOKEN_MFA')) return choose([...eligible, 'SOFTWARE_TOKEN_MFA'])!
  const chosen = choose(eligible)
  if (chosen) return chosen

  const setups = listSetups(pool, user)
  const addresses = messages.filter((type) => hasMeans[type](user))
  const [only, other] = addresses
  // Who could only ever get a code where the account is recovered is locked out, apps or not.
  const isLockedOut = only && !other && recoveredBy[only] === primary
  const canSetUp = only ? setups.includes('SOFTWARE_TOKEN_MFA') : setups.length > 0
  if (isLockedOut || !canSetUp) {
    throw new Refusal('MFAMethodNotFoundException', 'No MFA method is available for the user.')
  }
  return { ask: 'MFA_SETUP', given: setups }
}

function choose(types: MfaType[]): Step | undefined {
  const [first, ...others] = types
  if (!first) return undefined
  return others.length === 0 ? { ask: first } : { ask: 'SELECT_MFA_TYPE', given: types }
}

function primaryRecovery(pool: Pool): RecoveryName | undefined {
  return pool.recovery[0]
}
