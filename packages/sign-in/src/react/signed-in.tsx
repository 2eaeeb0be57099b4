'use client'

import type { ReactNode } from 'react'
import type { AuthSession } from '../session/auth-session.ts'
import { useSession } from './use-session.ts'

export interface SignedInProps {
  children?: ReactNode | ((session: AuthSession) => ReactNode)
}

/** Renders its children while a user is signed in. Renders no element of its own. */
export function SignedIn({ children }: SignedInProps) {
  const { status, session } = useSession()
  if (status !== 'signed-in') return null
  return typeof children === 'function' ? children(session) : children
}
