import { setMfaPreference } from '../pool/mfa-preference.ts'
import { mfaSettings, passkeyMfaSettings, username, userPoolId } from '../wire/fields.ts'
import { required, struct } from '../wire/shape.ts'
import { findExistingUser, findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'

export const adminSetUserMfaPreference: Operation = operation(
  struct({
    EmailMfaSettings: mfaSettings,
    SMSMfaSettings: mfaSettings,
    SoftwareTokenMfaSettings: mfaSettings,
    UserPoolId: required(userPoolId),
    Username: required(username),
    WebAuthnMfaSettings: passkeyMfaSettings,
  }),
  (request, service) => {
    const pool = findPool(service, request.UserPoolId)
    const preference = {
      EMAIL_OTP: request.EmailMfaSettings,
      SMS_MFA: request.SMSMfaSettings,
      SOFTWARE_TOKEN_MFA: request.SoftwareTokenMfaSettings,
    }
    const user = findExistingUser(pool, request.Username)
    setMfaPreference(pool, user, preference, request.WebAuthnMfaSettings)
    return {}
  },
)
