import type { MfaSettings } from '../wire/fields.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import type { MfaType, Pool, User } from './pool.ts'

/** The changes to make. A type that is undefined stays as it is. */
export type MfaPreference = Record<MfaType, MfaSettings | undefined>

export function setMfaPreference(
  pool: Pool,
  user: User,
  preference: MfaPreference,
  passkey: Pick<MfaSettings, 'Enabled'> | undefined,
): void {
  const changes = (Object.keys(preference) as MfaType[]).flatMap((type) => {
    const { Enabled: enabled, PreferredMfa: preferred } = preference[type] ?? {}
    return preference[type]
      ? [{ type, enabled: enabled ?? false, preferred: preferred ?? false }]
      : []
  })
  const preferences = changes.filter(({ preferred }) => preferred)
  if (preferences.length > 1) throw invalidParameter('Only one MFA method can be preferred.')
  for (const { type, enabled, preferred } of changes) {
    if (enabled) checkUsable(pool, user, type)
    if (preferred && !enabled) {
      throw invalidParameter('An MFA method that is not enabled cannot be preferred.')
    }
  }
  const unchanged = user.mfa.filter((type) => !preference[type])
  const mfa = [...unchanged, ...changes.filter(({ enabled }) => enabled).map(({ type }) => type)]
  const passkeyMfa = passkey ? passkey.Enabled === true : user.passkeyMfa
  if (passkey?.Enabled && !pool.passkeys?.asMfa) {
    throw invalidParameter('Passkeys have not been enabled as MFA by the user pool.')
  }
  if (passkeyMfa && pool.passkeys?.asMfa && mfa.length === 0) {
    throw invalidParameter('Passkey MFA needs another MFA method that is enabled.')
  }

  Object.assign(user, { mfa, passkeyMfa } satisfies Partial<User>)
  for (const { type, preferred } of changes) {
    if (preferred) user.preferredMfa = type
    else if (user.preferredMfa === type) user.preferredMfa = undefined
  }
}

function checkUsable(pool: Pool, { attributes, totp }: User, type: MfaType): void {
  if (!pool.mfaTypes.includes(type)) {
    throw invalidParameter(`${type} has not been enabled by the user pool.`)
  }
  if (type === 'SOFTWARE_TOKEN_MFA' && !totp) {
    throw invalidParameter('User has not verified software token mfa')
  }
  const isMissing =
    (type === 'SMS_MFA' && !attributes.phone_number) || (type === 'EMAIL_OTP' && !attributes.email)
  if (isMissing) throw invalidParameter(`User does not have delivery config set to turn on ${type}`)
}
