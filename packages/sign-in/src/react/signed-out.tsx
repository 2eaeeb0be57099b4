'use client'

import type { ReactNode } from 'react'
import type { SessionEndReason } from '../protocol/session-end-reason.ts'
import { useSession } from './use-session.ts'

export interface SignedOutProps {
  /** A function gets the reason why the previous session ended, if there was one. */
  children?: ReactNode | ((reason: SessionEndReason | undefined) => ReactNode)
}

/** Renders its children while nobody is signed in, and nothing while the session is being restored. */
export function SignedOut({ children }: SignedOutProps) {
  const { status, reason } = useSession()
  if (status !== 'signed-out') return null
  return typeof children === 'function' ? children(reason) : children
}
