import { type RefObject, useContext, useEffect, useState } from 'react'
import type { FieldSpec } from '../protocol/field.ts'
import { DraftsContext } from './drafts.ts'

/** The values of this step's kept fields from the last visit. Saves them when the step is left. */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  key: string,
  fields: Readonly<Record<string, FieldSpec>>,
): Record<string, string> {
  const drafts = useContext(DraftsContext)
  const [draft] = useState(() => drafts?.get(key) ?? {})
  const kept = Object.keys(fields).filter((name) => fields[name]?.kept)
  const names = kept.join(' ')

  useEffect(() => {
    const element = form.current
    if (!element || !drafts || !names) return
    return () => {
      const values = { ...drafts.get(key) }
      for (const [name, value] of new FormData(element)) {
        if (typeof value === 'string' && names.split(' ').includes(name)) values[name] = value
      }
      drafts.set(key, values)
    }
  }, [form, key, drafts, names])

  return draft
}
