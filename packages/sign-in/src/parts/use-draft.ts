import { type RefObject, useContext, useEffect, useState } from 'react'
import type { FieldSpec } from '../protocol/field.ts'
import { DraftsContext } from './drafts.ts'

/** What was typed into this step before, and from now on kept when the step is left. */
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
      const typed = new FormData(element)
      const values = names.split(' ').map((name) => [name, typed.get(name)])
      const texts = Object.fromEntries(values.filter(([, value]) => typeof value === 'string'))
      drafts.set(key, { ...drafts.get(key), ...texts })
    }
  }, [form, key, drafts, names])

  return draft
}
