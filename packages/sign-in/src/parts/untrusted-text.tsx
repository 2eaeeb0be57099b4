'use client'

import type { ComponentPropsWithRef } from 'react'
import { mergeProps } from './merge-props.ts'
import { withRef } from './with-ref.ts'

export interface UntrustedTextProps extends ComponentPropsWithRef<'bdi'> {
  children: string
}

/**
 * Text from outside the app, such as a name that the pool sent: cut to 120 characters, isolated from
 * the direction of the text around it, and with invisible characters made visible. Renders a `<bdi>`,
 * which gets the attributes.
 */
export const UntrustedText = withRef(function UntrustedText({
  children,
  ...props
}: UntrustedTextProps) {
  return <bdi {...mergeProps({ 'data-part': 'untrusted-text' }, props)}>{readable(children)}</bdi>
})

const maxLength = 120

function readable(text: string): string {
  const letters = Array.from(text.slice(0, 2 * maxLength + 2))
  const cut = letters.length > maxLength ? [...letters.slice(0, maxLength - 1), '…'] : letters
  return cut.map(visible).join('')
}

function visible(letter: string): string {
  const point = letter.codePointAt(0) as number
  if (point < 0x20) return String.fromCodePoint(0x2400 + point)
  if (point === 0x7f) return '\u2421'
  const hidden = /[\u200b-\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff\u0080-\u009f\ud800-\udfff]/
  return letter.length === 1 && hidden.test(letter) ? '\ufffd' : letter
}
