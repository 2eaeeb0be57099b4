'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { laterPartsLabels } from './later-parts.labels.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { withRef } from './with-ref.ts'

/**
 * Goes back to the choice of ways to sign in. Renders a `<button>`, which gets the attributes, or
 * nothing where there is no other way.
 */
export const ChooseMethod = withRef(function ChooseMethod({
  children,
  ...props
}: ComponentPropsWithRef<'button'>) {
  const { chooseMethod, phase } = useFormPart('ChooseMethod').challenge
  const labels = usePartsLabels(laterPartsLabels)
  if (!chooseMethod) return null
  const ownProps = {
    'data-part': 'choose-method',
    type: 'button',
    'aria-disabled': phase === 'answering',
    onClick: () => void chooseMethod(),
  } as const
  return <button {...mergeProps(ownProps, props)}>{children ?? labels.chooseMethod}</button>
})
