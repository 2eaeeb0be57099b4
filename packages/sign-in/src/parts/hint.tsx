'use client'

import type { ComponentPropsWithRef } from 'react'
import { mergeProps } from './merge-props.ts'
import { usePartId } from './use-part-id.ts'
import { withRef } from './with-ref.ts'

/** Says what to do, and describes the fields of the form. Renders a `<p>`, which gets the attributes. */
export const Hint = withRef(function Hint(props: ComponentPropsWithRef<'p'>) {
  const ownProps = { 'data-part': 'hint', id: usePartId('Hint', props.id) }
  return <p {...mergeProps(ownProps, props)} />
})
