'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Auth } from '../loop/create-auth.ts'
import { createFormsLoader, type FormsLoader } from './forms-loader.ts'

interface Provided {
  auth: Auth
  forms: FormsLoader
}

const AuthContext = createContext<Provided | undefined>(undefined)

export interface AuthProviderProps {
  /** What `createAuth` made. One sign-in is shared by everything below. */
  auth: Auth
  children: ReactNode
}

/** Hands one `auth` to the hook and the screens below. */
export function AuthProvider({ auth, children }: AuthProviderProps) {
  const [forms] = useState(createFormsLoader)
  const { online, endpoint } = auth
  useEffect(() => {
    if (online) return preconnect(endpoint)
  }, [online, endpoint])
  return <AuthContext.Provider value={{ auth, forms }}>{children}</AuthContext.Provider>
}

export function useProvided(): Provided {
  const provided = useContext(AuthContext)
  if (provided) return provided
  throw new Error(
    'useAuthChallenge() found no <AuthProvider> above it, so it has no user pool to talk to. ' +
      'Wrap your app in <AuthProvider auth={createAuth({ userPoolId, clientId })}>.',
  )
}

/** The connection is opened while the user types, not when they wait. */
function preconnect(endpoint: string): () => void {
  const link = document.createElement('link')
  link.rel = 'preconnect'
  link.href = endpoint
  link.crossOrigin = 'anonymous'
  document.head.append(link)
  return () => link.remove()
}
