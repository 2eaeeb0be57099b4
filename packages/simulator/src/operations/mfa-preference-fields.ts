import type { MfaPreference } from '../pool/mfa-preference.ts'
import { type MfaSettings, mfaSettings } from '../wire/fields.ts'
import type { Shape } from '../wire/shape.ts'

/** The members that SetUserMFAPreference and AdminSetUserMFAPreference share, one for each MFA type. */
export interface MfaPreferenceFields {
  EmailMfaSettings: MfaSettings | undefined
  SMSMfaSettings: MfaSettings | undefined
  SoftwareTokenMfaSettings: MfaSettings | undefined
}

export const mfaPreferenceFields: {
  [Name in keyof MfaPreferenceFields]: Shape<MfaPreferenceFields[Name]>
} = {
  EmailMfaSettings: mfaSettings,
  SMSMfaSettings: mfaSettings,
  SoftwareTokenMfaSettings: mfaSettings,
}

export function readMfaPreference(request: MfaPreferenceFields): MfaPreference {
  return {
    EMAIL_OTP: request.EmailMfaSettings,
    SMS_MFA: request.SMSMfaSettings,
    SOFTWARE_TOKEN_MFA: request.SoftwareTokenMfaSettings,
  }
}
