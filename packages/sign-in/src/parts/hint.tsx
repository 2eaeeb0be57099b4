'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'

/** Says where to look. Renders a `<p>`. */
export function Hint(props: ComponentPropsWithRef<'p'>) {
  const { id } = useFormPart('Hint')
  return <p data-part="hint" id={`${id}-hint`} {...props} />
}
