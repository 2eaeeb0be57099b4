'use client'

import { useSyncExternalStore } from 'react'
import type { AuthActions, AuthState } from '../loop/auth-state.ts'
import { useProvided } from './auth-provider.tsx'

export type UseAuthChallengeReturn = AuthState & AuthActions

/**
 * Returns the state of the sign-in, `signIn` and `restart`. Narrow on `status` or `challenge.name`.
 * Throws an `Error` without an `AuthProvider` above.
 */
export function useAuthChallenge(): UseAuthChallengeReturn {
  const { getState, subscribe, signIn, restart } = useProvided().auth
  const state = useSyncExternalStore(subscribe, getState, getState)
  return { ...state, signIn, restart }
}
