import type { FieldSpec } from '../../protocol/field.ts'
import { email, oneTimeCode, phoneNumber } from '../../protocol/fields.ts'
import type { MfaType } from '../mfa-type.ts'

/** The fields that set up each second factor, by property of the answer. */
export const mfaSetupFields: Record<MfaType, Record<string, FieldSpec>> = {
  SOFTWARE_TOKEN_MFA: { code: oneTimeCode },
  EMAIL_OTP: { email },
  SMS_MFA: { phoneNumber },
}
