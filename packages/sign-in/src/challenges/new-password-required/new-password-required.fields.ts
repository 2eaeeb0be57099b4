import type { FieldSpec } from '../../protocol/field.ts'
import { newPassword } from '../../protocol/fields.ts'

export const newPasswordRequiredFields: Record<'newPassword' | 'repeatedPassword', FieldSpec> = {
  newPassword,
  repeatedPassword: {
    ...newPassword,
    check: (text, all) => (text === all['newPassword'] ? undefined : 'different'),
  },
}
