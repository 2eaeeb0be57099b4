'use client'

import { type ComponentPropsWithRef, useEffect, useState } from 'react'

export interface QrCodeProps extends ComponentPropsWithRef<'svg'> {
  /** What is encoded. */
  value: string
  /** What a screen reader says in its place. */
  label: string
}

/** A QR code, drawn here and sent nowhere. Renders an `<svg role="img">` on a white plate. */
export function QrCode({ value, label, ...props }: QrCodeProps) {
  const [drawn, setDrawn] = useState<{ value: string; size: number; path: string }>()
  useEffect(() => {
    let wanted = true
    void drawQr(value).then(
      (drawing) => wanted && setDrawn({ value, ...drawing }),
      // The key beside it says the same: a code that cannot be drawn stops nobody.
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [value])

  const { size, path } = drawn?.value === value ? drawn : { size: 33, path: '' }
  const quiet = 4
  const edge = size + 2 * quiet
  return (
    <svg
      data-part="qr"
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${edge} ${edge}`}
      shapeRendering="crispEdges"
      {...props}
    >
      <rect x={-quiet} y={-quiet} width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** Fetches the drawing code ahead, while the user still chooses. */
export function preloadQr() {
  void import('lean-qr').catch(() => {})
}

async function drawQr(value: string): Promise<{ size: number; path: string }> {
  const { generate } = await import('lean-qr')
  const code = generate(value)
  let path = ''
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`
  }
  return { size: code.size, path }
}
