'use client'

import { type ComponentPropsWithoutRef, useEffect, useRef } from 'react'

export interface FocusOnEnterProps extends ComponentPropsWithoutRef<'div'> {
  /** Whether the focus moves. Default: true. */
  when?: boolean
}

/**
 * Moves the focus when a new screen appears: to the first empty field, else to the title. Renders a
 * `<div>`.
 */
export function FocusOnEnter({ when = true, ...props }: FocusOnEnterProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const screen = element.current
    if (!screen || !when) return
    const inputs = [...screen.querySelectorAll<HTMLInputElement>(fillable)]
    const empty = inputs.find(({ value, type }) => type === 'radio' || value === '')
    const next = empty ?? inputs[0] ?? screen.querySelector<HTMLElement>(focusable) ?? screen
    next.focus()
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
const focusable = ':is(h1, h2, h3, h4, h5, h6)[tabindex], button, select, a[href]'
