import { currentPassword } from '../../protocol/credential-fields.ts'
import type { FieldSpec } from '../../protocol/field.ts'
import { mfaTypeFields } from '../mfa-type.fields.ts'

export const selectChallengeFields: Record<'choice' | 'password', FieldSpec> = {
  ...mfaTypeFields,
  password: currentPassword,
}
