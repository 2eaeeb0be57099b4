import { currentPassword } from '../protocol/credential-fields.ts'
import type { Fields } from '../protocol/field.ts'

export const askPasswordFields: Fields<{ password: string }> = { password: currentPassword }
