import type { FieldSpec } from '../protocol/field.ts'

/** A choice of factor, which is remembered. */
export const mfaTypeFields: { choice: FieldSpec } = {
  choice: { type: 'text', autoComplete: 'off', kept: true },
}
