'use client'

import { useSyncExternalStore } from 'react'
import type { AuthActions, AuthState } from '../loop/auth-state.ts'
import { useProvided } from './auth-provider.tsx'

export type UseAuthChallengeReturn = AuthState & AuthActions

/** Where the sign-in stands, and how to begin another or begin again. Narrow on `status` or `challenge.name`. */
export function useAuthChallenge(): UseAuthChallengeReturn {
  const { getState, subscribe, signIn, restart } = useProvided().auth
  const state = useSyncExternalStore(subscribe, getState, getState)
  return { ...state, signIn, restart }
}
