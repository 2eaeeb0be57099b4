'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { usePartsLabels } from './parts-labels-context.ts'

/** Back to the start, with the username kept. Renders a `<button>`. */
export function Restart(props: ComponentPropsWithRef<'button'>) {
  const { restart } = useFormPart('Restart').challenge
  const words = usePartsLabels()
  return (
    <button data-part="restart" type="button" onClick={restart} {...props}>
      {props.children ?? words.restart}
    </button>
  )
}
