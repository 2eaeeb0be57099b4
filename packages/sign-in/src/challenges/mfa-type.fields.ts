import type { Field } from '../protocol/field.ts'

/** A choice of factor, which is remembered. */
export const mfaTypeFields: { choice: Field } = {
  choice: { type: 'text', autoComplete: 'off', kept: true },
}
