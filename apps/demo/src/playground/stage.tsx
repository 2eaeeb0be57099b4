import type { ReactNode } from 'react'

/** What the page is about; the skip link leads here. */
export function Stage({ children }: { children: ReactNode }) {
  return (
    <main className="stage" id="stage" tabIndex={-1}>
      {children}
    </main>
  )
}
