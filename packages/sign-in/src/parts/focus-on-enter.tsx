'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The focus goes along when the screen changes: to the next thing to fill in, else to the title. */
export function FocusOnEnter({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const inputs = [...(element.current?.querySelectorAll<HTMLInputElement>(fillable) ?? [])]
    const next = inputs.find(({ value, type }) => type === 'radio' || value === '') ?? inputs[0]
    const other = element.current?.querySelector<HTMLElement>(
      'h2[tabindex], button, select, a[href]',
    )
    ;(next ?? other ?? element.current)?.focus()
  }, [])
  return (
    <div data-part="screen" tabIndex={-1} ref={element}>
      {children}
    </div>
  )
}

const fillable = 'input:checked, input:not([type="radio"], [readonly])'
