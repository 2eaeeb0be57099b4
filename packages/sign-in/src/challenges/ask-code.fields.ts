import type { Fields } from '../protocol/field.ts'
import { oneTimeCode } from '../protocol/fields.ts'

export const askCodeFields: Fields<{ code: string }> = { code: oneTimeCode }
