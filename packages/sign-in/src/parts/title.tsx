'use client'

import type { ComponentPropsWithRef } from 'react'
import { useFormPart } from './form-context.ts'

/** Names the form. Renders an `<h2>` that can take the focus when nothing else in the form can. */
export function Title({ children, ...props }: ComponentPropsWithRef<'h2'>) {
  const { id } = useFormPart('Title')
  return (
    <h2 data-part="title" id={`${id}-title`} tabIndex={-1} {...props}>
      {children}
    </h2>
  )
}
