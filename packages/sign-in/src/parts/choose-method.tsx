'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { usePartsLabels } from './parts-labels-context.ts'

/** Back to the choice of ways to sign in; renders nothing where there is none. Renders a `<button>`. */
export function ChooseMethod(props: ComponentPropsWithRef<'button'>) {
  const { chooseMethod, phase } = useFormPart('ChooseMethod').challenge
  const words = usePartsLabels()
  if (!chooseMethod) return null
  return (
    <button
      data-part="choose-method"
      type="button"
      aria-disabled={phase === 'answering'}
      onClick={() => void chooseMethod()}
      {...props}
    >
      {props.children ?? words.chooseMethod}
    </button>
  )
}
