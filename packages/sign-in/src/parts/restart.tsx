'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { useWords } from './words.ts'

/** Back to the start, with the username kept. Renders a `<button>`. */
export function Restart(props: ComponentPropsWithRef<'button'>) {
  const { restart } = useFormPart('Restart').challenge
  const words = useWords()
  return (
    <button data-part="restart" type="button" onClick={restart} {...props}>
      {props.children ?? words.restart}
    </button>
  )
}
