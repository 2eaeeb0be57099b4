import { newPassword, type Field } from '../../protocol/fields.ts'

export const newPasswordRequiredFields: Record<'newPassword' | 'repeated', Field> = {
  newPassword,
  repeated: {
    ...newPassword,
    check: (text, all) => (text === all['newPassword'] ? undefined : 'different'),
  },
}
