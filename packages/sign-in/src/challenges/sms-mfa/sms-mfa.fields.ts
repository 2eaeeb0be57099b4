import type { Fields } from '../../protocol/field.ts'
import { oneTimeCode } from '../../protocol/fields.ts'
import type { SmsMfaAnswer } from './sms-mfa.protocol.ts'

export const smsMfaFields: Fields<SmsMfaAnswer> = { code: oneTimeCode }
