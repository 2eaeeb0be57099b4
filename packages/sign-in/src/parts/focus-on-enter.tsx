'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Moves the focus when a new screen appears: to the first empty field, else to the title. Renders a
 * `<div>`.
 */
export function FocusOnEnter({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const screen = element.current
    if (!screen) return
    const inputs = [...screen.querySelectorAll<HTMLInputElement>(fillable)]
    const empty = inputs.find(({ value, type }) => type === 'radio' || value === '')
    const next = empty ?? inputs[0] ?? screen.querySelector<HTMLElement>(focusable) ?? screen
    next.focus()
  }, [])
  return (
    <div data-part="screen" tabIndex={-1} ref={element}>
      {children}
    </div>
  )
}

const fillable = 'input:checked, input:not([type="radio"], [readonly])'
const focusable = ':is(h1, h2, h3, h4, h5, h6)[tabindex], button, select, a[href]'
