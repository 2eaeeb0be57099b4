import { type ReactNode, useEffect, useState } from 'react'

/** A page of many stories is to be read from its top: none of them gets the focus as it appears. */
export function WithoutFocus({ children }: { children: ReactNode }) {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true))
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="in-docs" inert={!settled}>
      {children}
    </div>
  )
}
