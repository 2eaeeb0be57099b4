'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { laterPartsLabels } from './later-parts.labels.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { withRef } from './with-ref.ts'

/** Goes back to the start and keeps the username. Renders a `<button>`, which gets the attributes. */
export const Restart = withRef(function Restart({
  children,
  ...props
}: ComponentPropsWithRef<'button'>) {
  const { restart } = useFormPart('Restart').challenge
  const labels = usePartsLabels(laterPartsLabels)
  const ownProps = { 'data-part': 'restart', type: 'button', onClick: () => restart() } as const
  return <button {...mergeProps(ownProps, props)}>{children ?? labels.restart}</button>
})
