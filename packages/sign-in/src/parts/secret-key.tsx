'use client'

import { type ComponentPropsWithRef, useRef, useState } from 'react'
import { mergeProps } from './merge-props.ts'
import { laterPartsLabels } from './later-parts.labels.ts'
import { usePartsLabels } from './parts-labels-context.ts'
import { withRef } from './with-ref.ts'

export interface SecretKeyProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  value: string
}

/**
 * A key to type or copy into an authenticator app. Renders a `<div>`, which gets the attributes, with
 * the key as `<code>` in groups of four, and a `<button>` that copies it.
 */
export const SecretKey = withRef(function SecretKey({ value, ...props }: SecretKeyProps) {
  const { copy, copied, copyByHand } = usePartsLabels(laterPartsLabels)
  const code = useRef<HTMLElement>(null)
  const [status, setStatus] = useState('')

  async function copyKey() {
    try {
      await navigator.clipboard.writeText(value)
      setStatus(copied)
    } catch {
      // On an insecure page there is no clipboard, or the user denied it: select the key instead.
      if (code.current) getSelection()?.selectAllChildren(code.current)
      setStatus(copyByHand)
    }
  }

  return (
    <div {...mergeProps({ 'data-part': 'secret' }, props)}>
      <code data-part="key" dir="ltr" translate="no" ref={code}>
        {value.match(/.{1,4}/g)?.join(' ')}
      </code>
      <button data-part="copy" type="button" onClick={() => void copyKey()}>
        {copy}
      </button>
      <p data-part="note" role="status">
        {status}
      </p>
    </div>
  )
})
