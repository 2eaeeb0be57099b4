import type { Field } from '../../protocol/field.ts'
import { newPassword } from '../../protocol/fields.ts'

export const newPasswordRequiredFields: Record<'newPassword' | 'repeatedPassword', Field> = {
  newPassword,
  repeatedPassword: {
    ...newPassword,
    check: (text, all) => (text === all['newPassword'] ? undefined : 'different'),
  },
}
