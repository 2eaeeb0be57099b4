'use client'

import type { ComponentPropsWithRef } from 'react'

/** A quiet word on the side. Renders a `<p>`. */
export function Note(props: ComponentPropsWithRef<'p'>) {
  return <p data-part="note" {...props} />
}
