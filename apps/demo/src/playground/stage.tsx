import type { ReactNode } from 'react'

/** The main part of the page. The skip link leads here. */
export function Stage({ children }: { children: ReactNode }) {
  return (
    <main className="stage" id="stage" tabIndex={-1}>
      {children}
    </main>
  )
}
