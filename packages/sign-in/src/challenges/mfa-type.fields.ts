import type { FieldSpec } from '../protocol/field.ts'

/** The choice of a factor. It is kept, so that the form begins with it when the user comes back. */
export const mfaTypeFields: { choice: FieldSpec } = {
  choice: { type: 'text', autoComplete: 'off', kept: true },
}
