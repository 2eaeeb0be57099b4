import { currentPassword } from '../protocol/credential-fields.ts'
import type { FieldSpecs } from '../protocol/field.ts'

export const askPasswordFields: FieldSpecs<{ password: string }> = { password: currentPassword }
