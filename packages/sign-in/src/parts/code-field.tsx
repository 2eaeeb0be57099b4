'use client'

import { type ClipboardEvent, useEffect, useRef } from 'react'
import { readCode } from '../protocol/one-time-code.ts'
import { Field, type FieldProps } from './field.tsx'
import { receiveCode } from './web-otp.ts'

export interface CodeFieldProps extends FieldProps {
  /** The code comes by text message: the browser may offer to take it from there. */
  texted?: boolean
}

/**
 * A one-time code of any length: one input, so that paste, autofill and screen readers work.
 * Renders an `<input>`.
 */
export function CodeField({ texted = false, ...props }: CodeFieldProps) {
  const container = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!texted) return
    return receiveCode((code) => {
      const input = container.current?.querySelector('input')
      if (input) enter(input, code)
    })
  }, [texted])

  return (
    <div data-part="code" ref={container}>
      <Field
        dir="ltr"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        onPaste={pasteCode}
        {...props}
      />
    </div>
  )
}

/** "Your code is 123 456." is pasted as 123456. */
function pasteCode(event: ClipboardEvent<HTMLInputElement>) {
  const code = readCode(event.clipboardData.getData('text'))
  if (code === '') return
  event.preventDefault()
  enter(event.currentTarget, code)
}

function enter(input: HTMLInputElement, code: string) {
  input.setRangeText(code, 0, input.value.length, 'end')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
