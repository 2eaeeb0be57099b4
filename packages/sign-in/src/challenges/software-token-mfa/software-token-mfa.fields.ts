import type { FieldSpecs } from '../../protocol/field.ts'
import { oneTimeCode } from '../../protocol/fields.ts'
import type { SoftwareTokenMfaAnswer } from './software-token-mfa.protocol.ts'

export const softwareTokenMfaFields: FieldSpecs<SoftwareTokenMfaAnswer> = { code: oneTimeCode }
