'use client'

import { type ComponentPropsWithoutRef, useEffect, useRef } from 'react'

export interface FocusOnEnterProps extends ComponentPropsWithoutRef<'div'> {
  /** Whether the focus goes along. Default true. */
  when?: boolean
}

/** The focus goes along when the screen changes: to the next thing to fill in, else to the title. */
export function FocusOnEnter({ when = true, ...props }: FocusOnEnterProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!when) return
    const inputs = [...(element.current?.querySelectorAll<HTMLInputElement>(fillable) ?? [])]
    const next = inputs.find(({ value, type }) => type === 'radio' || value === '') ?? inputs[0]
    const other = element.current?.querySelector<HTMLElement>(
      'h2[tabindex], button, select, a[href]',
    )
    ;(next ?? other ?? element.current)?.focus()
  }, [when])
  return (
    <div
      data-part="screen"
      data-entered={when || undefined}
      tabIndex={-1}
      ref={element}
      {...props}
    />
  )
}

const fillable = 'input:checked, input:not([type="radio"], [readonly])'
