import type { FieldSpec, FieldIssue } from '../protocol/field.ts'

type Values = Record<string, string>

/** The value of each field as it is sent. */
export function cleanValues(fields: Readonly<Record<string, FieldSpec>>, values: Values): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, clean(field, values[name] ?? '')]),
  )
}

/** What is wrong with the value of one field, given the cleaned values of all. */
export function findIssue(field: FieldSpec, value: string, all: Values): FieldIssue | undefined {
  const text = clean(field, value)
  if (text.length > 2048) return 'too-long'
  if (text !== '') return field.check?.(text, all)
  if (field.optional) return undefined
  // Cleaning left nothing of what was typed: say which format is expected.
  return (value.trim() && field.check?.('', all)) || 'required'
}

function clean(field: FieldSpec, value: string): string {
  return field.clean ? field.clean(value) : value
}
