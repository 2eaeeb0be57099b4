'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Auth } from '../loop/create-auth.ts'
import { type Drafts, DraftsContext } from '../parts/drafts.ts'
import { createFormsLoader, type FormsLoader } from './forms-loader.ts'

interface Provided {
  auth: Auth
  forms: FormsLoader
}

const AuthContext = createContext<Provided | undefined>(undefined)

export interface AuthProviderProps {
  /** The result of `createAuth`. All components below share it. */
  auth: Auth
  children: ReactNode
}

/** Provides `auth` to the hook and the components below. Renders no element. */
export function AuthProvider({ auth, children }: AuthProviderProps) {
  const [forms] = useState(createFormsLoader)
  const [drafts] = useState<Drafts>(() => new Map())
  const { online, endpoint } = auth
  useEffect(() => {
    if (online) return preconnect(endpoint)
  }, [online, endpoint])
  useEffect(
    () =>
      auth.subscribe(() => {
        // Later, because the last form still stores its draft when it unmounts.
        if (auth.getState().status === 'signed-in') setTimeout(() => drafts.clear())
      }),
    [auth, drafts],
  )
  return (
    <AuthContext.Provider value={{ auth, forms }}>
      <DraftsContext.Provider value={drafts}>{children}</DraftsContext.Provider>
    </AuthContext.Provider>
  )
}

export function useProvided(): Provided {
  const provided = useContext(AuthContext)
  if (provided) return provided
  throw new Error(
    'There is no <AuthProvider> above this. Wrap your app in <AuthProvider auth={createAuth({ userPoolId, clientId })}>.',
  )
}

/** Opens the connection to the service while the user types. */
function preconnect(endpoint: string): () => void {
  const link = document.createElement('link')
  link.rel = 'preconnect'
  link.href = endpoint
  link.crossOrigin = 'anonymous'
  document.head.append(link)
  return () => link.remove()
}
