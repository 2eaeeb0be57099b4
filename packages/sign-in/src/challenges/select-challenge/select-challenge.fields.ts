import { currentPassword } from '../../protocol/credential-fields.ts'
import type { Field } from '../../protocol/field.ts'
import { mfaTypeFields } from '../mfa-type.fields.ts'

export const selectChallengeFields: Record<'choice' | 'password', Field> = {
  ...mfaTypeFields,
  password: currentPassword,
}
