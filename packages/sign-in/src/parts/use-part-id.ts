import { useEffect, useId, useLayoutEffect } from 'react'
import { type NamedPart, useFormPart } from './form-context.ts'

// React 18 warns of a layout effect on the server.
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * The id of a part that other elements refer to: the app's, or a generated one. The form knows it
 * while the part is on screen, so that nothing refers to an element that is not there.
 */
export function usePartId(part: NamedPart, given: string | undefined): string {
  const { setPartIds } = useFormPart(part)
  const generated = useId()
  const id = given ?? generated
  // Before the focus moves, because a screen reader reads the description along with the field.
  useBrowserLayoutEffect(() => {
    setPartIds((ids) => ({ ...ids, [id]: part }))
    return () => setPartIds(({ [id]: _gone, ...ids }) => ids)
  }, [id, part, setPartIds])
  return id
}
