import type { Fields } from '../../protocol/fields.ts'
import type { SelectMfaTypeAnswer } from './select-mfa-type.protocol.ts'

export const selectMfaTypeFields: Fields<SelectMfaTypeAnswer> = {
  choice: { type: 'text', autoComplete: 'off' },
}
