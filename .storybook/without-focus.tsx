import { type ReactNode, useEffect, useState } from 'react'

/** Keeps the stories of a docs page from taking the focus, which would scroll the page. */
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
