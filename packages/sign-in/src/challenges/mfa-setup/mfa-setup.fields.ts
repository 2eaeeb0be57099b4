import type { FieldSpec } from '../../protocol/field.ts'
import { email, oneTimeCode, phoneNumber } from '../../protocol/fields.ts'
import type { MfaType } from '../mfa-type.ts'

/** What each way of setting up asks for, under the name of the answer's property. */
export const mfaSetupFields: Record<MfaType, Record<string, FieldSpec>> = {
  SOFTWARE_TOKEN_MFA: { code: oneTimeCode },
  EMAIL_OTP: { email },
  SMS_MFA: { phoneNumber },
}
