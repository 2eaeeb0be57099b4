'use client'

import { useSyncExternalStore } from 'react'
import type { AuthChallenge, AuthChallengeActions } from '../loop/auth-challenge.ts'
import { useProvided } from './auth-provider.tsx'

export type UseAuthChallengeReturn = AuthChallenge & AuthChallengeActions

/** Where the sign-in stands, and how to begin it or begin again. */
export function useAuthChallenge(): UseAuthChallengeReturn {
  const { getState, subscribe, signIn, restart } = useProvided().auth
  const state = useSyncExternalStore(subscribe, getState, getState)
  return { ...state, signIn, restart }
}
