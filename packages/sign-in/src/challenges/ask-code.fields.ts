import type { FieldSpecs } from '../protocol/field.ts'
import { oneTimeCode } from '../protocol/fields.ts'

export const askCodeFields: FieldSpecs<{ code: string }> = { code: oneTimeCode }
