'use client'

import { type ClipboardEvent, useCallback, useEffect, useRef } from 'react'
import { isCode, readCode } from '../protocol/one-time-code.ts'
import { Field, type FieldProps } from './field.tsx'
import { useFormPart } from './form-context.ts'
import { mergeProps } from './merge-props.ts'
import { receiveCode } from './web-otp.ts'
import { withRef } from './with-ref.ts'

export interface CodeFieldProps extends FieldProps {
  /** The code comes by text message: the browser may offer to take it from there. */
  texted?: boolean
}

/**
 * A one-time code of any length, in a single input, so that paste, autofill and screen readers work.
 * Renders a `<label>` and an `<input>`, which gets the attributes.
 */
export const CodeField = withRef(function CodeField({ texted = false, ...props }: CodeFieldProps) {
  const container = useRef<HTMLDivElement>(null)
  const { resend } = useFormPart('CodeField').challenge
  const enterReceived = useCallback((code: string) => {
    const input = container.current?.querySelector('input')
    if (input) enter(input, code)
  }, [])
  const ownProps = {
    dir: 'ltr',
    autoCapitalize: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    onPaste: pasteCode,
  }
  return (
    <div data-part="code" ref={container}>
      {/* The browser hands over one code per request: a new message needs a new one. */}
      {texted && <TextedCode key={resend?.count ?? 0} onCode={enterReceived} />}
      <Field {...mergeProps(ownProps, props)} />
    </div>
  )
})

function TextedCode({ onCode }: { onCode: (code: string) => void }) {
  useEffect(() => receiveCode(onCode), [onCode])
  return null
}

/** "Your code is 123 456." is pasted as 123456. */
function pasteCode(event: ClipboardEvent<HTMLInputElement>) {
  const code = readCode(event.clipboardData.getData('text'))
  // A part of a code is inserted at the caret, as in any other field.
  if (!isCode(code)) return
  event.preventDefault()
  enter(event.currentTarget, code)
}

function enter(input: HTMLInputElement, code: string) {
  // While an answer is under way, the field shows what was sent.
  if (input.readOnly) return
  input.setRangeText(code, 0, input.value.length, 'end')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
