import type { FieldSpec, FieldIssue } from '../protocol/field.ts'

type Values = Record<string, string>

/** What was typed, as it is sent. */
export function cleaned(fields: Readonly<Record<string, FieldSpec>>, values: Values): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, clean(field, values[name] ?? '')]),
  )
}

/** What is wrong with one field, given what is in the others. */
export function issueOf(field: FieldSpec, typed: string, all: Values): FieldIssue | undefined {
  const text = clean(field, typed)
  if (text.length > 2048) return 'too-long'
  if (text !== '') return field.check?.(text, all)
  if (field.optional) return undefined
  // Something was typed, but nothing of it can be used: say what is expected.
  return (typed.trim() && field.check?.('', all)) || 'required'
}

function clean({ clean: own }: FieldSpec, typed: string): string {
  return own ? own(typed) : typed
}
