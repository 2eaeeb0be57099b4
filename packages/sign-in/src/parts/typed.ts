import type { Field, Issue } from '../protocol/field.ts'

type Values = Record<string, string>

/** What was typed, as it is sent. */
export function cleaned(fields: Readonly<Record<string, Field>>, values: Values): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, clean(field, values[name] ?? '')]),
  )
}

/** What is wrong with one field, given what is in the others. */
export function issueOf(field: Field, typed: string, all: Values): Issue | undefined {
  const text = clean(field, typed)
  if (text.length > 2048) return 'too-long'
  if (text !== '') return field.check?.(text, all)
  if (field.optional) return undefined
  // Something was typed, but nothing of it can be used: say what is expected.
  return (typed.trim() && field.check?.('', all)) || 'required'
}

function clean({ clean: own }: Field, typed: string): string {
  return own ? own(typed) : typed
}
