import type { Fields } from '../../protocol/field.ts'
import { oneTimeCode } from '../../protocol/fields.ts'
import type { EmailOtpAnswer } from './email-otp.protocol.ts'

export const emailOtpFields: Fields<EmailOtpAnswer> = { code: oneTimeCode }
