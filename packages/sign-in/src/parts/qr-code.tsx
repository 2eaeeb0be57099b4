'use client'

import { type ComponentPropsWithRef, useEffect, useState } from 'react'
import { mergeProps } from './merge-props.ts'
import { withRef } from './with-ref.ts'

export interface QrCodeProps extends ComponentPropsWithRef<'svg'> {
  /** The text in the code. */
  value: string
  /** The name of the picture, for screen readers. */
  label: string
}

/**
 * A QR code, drawn in the page: its text is sent nowhere. Renders an `<svg role="img">` on white,
 * which gets the attributes.
 */
export const QrCode = withRef(function QrCode({ value, label, ...props }: QrCodeProps) {
  const [drawn, setDrawn] = useState<{ value: string; size: number; path: string }>()
  useEffect(() => {
    let wanted = true
    void drawQr(value).then(
      (drawing) => wanted && setDrawn({ value, ...drawing }),
      // Where the code cannot be drawn, the user types the key.
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [value])

  const { size, path } = drawn?.value === value ? drawn : { size: 33, path: '' }
  const margin = 4 // modules: readers need a white border of that width
  const edge = size + 2 * margin
  const ownProps = {
    'data-part': 'qr',
    role: 'img',
    'aria-label': label,
    viewBox: `${-margin} ${-margin} ${edge} ${edge}`,
    shapeRendering: 'crispEdges',
  }
  return (
    <svg {...mergeProps(ownProps, props)}>
      <rect x={-margin} y={-margin} width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
})

/** Loads the code that draws, before it is needed. */
export function preloadQr() {
  void loadQr().catch(() => {})
}

function loadQr() {
  return import('lean-qr')
}

async function drawQr(value: string): Promise<{ size: number; path: string }> {
  const { generate } = await loadQr()
  const code = generate(value)
  let path = ''
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`
  }
  return { size: code.size, path }
}
