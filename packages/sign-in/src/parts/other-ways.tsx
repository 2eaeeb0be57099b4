'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { useWords } from './words.ts'

/** Back to the choice of ways to sign in; renders nothing where there is none. Renders a `<button>`. */
export function OtherWays(props: ComponentPropsWithRef<'button'>) {
  const { otherWays, phase } = useFormPart('OtherWays').challenge
  const words = useWords()
  if (!otherWays) return null
  return (
    <button
      data-part="other-ways"
      type="button"
      aria-disabled={phase === 'answering'}
      onClick={() => void otherWays()}
      {...props}
    >
      {props.children ?? words.otherWays}
    </button>
  )
}
