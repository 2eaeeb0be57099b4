import { setMfaPreference } from '../pool/mfa-preference.ts'
import { passkeyMfaSettings } from '../wire/fields.ts'
import { struct } from '../wire/shape.ts'
import { mfaPreferenceFields, readMfaPreference } from './mfa-preference-fields.ts'
import { type Operation, operation } from './operation.ts'
import { findPoolAndUser, userFields } from './user-fields.ts'

export const adminSetUserMfaPreference: Operation = operation(
  struct({ ...mfaPreferenceFields, ...userFields, WebAuthnMfaSettings: passkeyMfaSettings }),
  (request, service) => {
    const { pool, user } = findPoolAndUser(service, request)
    setMfaPreference(pool, user, readMfaPreference(request), request.WebAuthnMfaSettings)
    return {}
  },
)
