import { type Fields, oneTimeCode } from '../../protocol/fields.ts'
import type { SmsMfaAnswer } from './sms-mfa.protocol.ts'

export const smsMfaFields: Fields<SmsMfaAnswer> = { code: oneTimeCode }
