'use client'

import type { ComponentPropsWithRef } from 'react'
import { mergeProps } from './merge-props.ts'
import { withRef } from './with-ref.ts'

/** A remark in small print. Renders a `<p>`, which gets the attributes. */
export const Note = withRef(function Note(props: ComponentPropsWithRef<'p'>) {
  return <p {...mergeProps({ 'data-part': 'note' }, props)} />
})
