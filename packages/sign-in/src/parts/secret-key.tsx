'use client'

import { useRef, useState } from 'react'
import { usePartsLabels } from './parts-labels-context.ts'

/** A key to type or copy into an authenticator. Renders a `<code>` in groups of four, and a `<button>`. */
export function SecretKey({ value }: { value: string }) {
  const { copy, copied, copyByHand } = usePartsLabels()
  const code = useRef<HTMLElement>(null)
  const [state, setState] = useState<'shown' | 'copied' | 'selected'>('shown')

  async function copyKey() {
    try {
      await navigator.clipboard.writeText(value)
      setState('copied')
    } catch {
      // No clipboard on an insecure page, or it was denied: the next best is one key stroke away.
      if (code.current) getSelection()?.selectAllChildren(code.current)
      setState('selected')
    }
  }

  return (
    <div data-part="secret">
      <code data-part="key" dir="ltr" translate="no" ref={code}>
        {value.match(/.{1,4}/g)?.join(' ')}
      </code>
      <button data-part="copy" type="button" onClick={() => void copyKey()}>
        {copy}
      </button>
      <p data-part="note" role="status">
        {state === 'copied' && copied}
        {state === 'selected' && copyByHand}
      </p>
    </div>
  )
}
