import { type MfaPreference, setMfaPreference } from '../pool/mfa-preference.ts'
import type { MfaType, Pool, User } from '../pool/pool.ts'
import { readAccessToken } from '../sign-in/read-access-token.ts'
import { passkeyMfaSettings, token } from '../wire/fields.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import { required, struct } from '../wire/shape.ts'
import { mfaPreferenceFields, readMfaPreference } from './mfa-preference-fields.ts'
import { type Operation, operation } from './operation.ts'

export const setUserMfaPreference: Operation = operation(
  struct({
    AccessToken: required(token),
    ...mfaPreferenceFields,
    WebAuthnMfaSettings: passkeyMfaSettings,
  }),
  async (request, service) => {
    const { pool, user } = await readAccessToken(service, request.AccessToken)
    const preference = readMfaPreference(request)
    checkNoneSwitchedOff(pool, user, preference)
    setMfaPreference(pool, user, preference, request.WebAuthnMfaSettings)
    return {}
  },
)

/** In a pool that requires MFA, users cannot turn a factor off. */
function checkNoneSwitchedOff(pool: Pool, user: User, preference: MfaPreference): void {
  const switchesOff = (Object.keys(preference) as MfaType[]).some((type) => {
    return preference[type] && !preference[type].Enabled && user.mfa.includes(type)
  })
  if (pool.mfa === 'ON' && switchesOff) {
    throw invalidParameter('MFA cannot be turned off if an MFA is required for the user pool.')
  }
}
