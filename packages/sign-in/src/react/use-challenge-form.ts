'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { type ChallengeForm, type ChallengeForms, formFor } from '../challenges/challenge-forms.ts'
import type { ChallengeName } from '../challenges/challenge.ts'
import { firstForms } from '../challenges/first-forms.ts'
import { useProvided } from './auth-provider.tsx'

/** Returns the form for a challenge. The kit's forms are `undefined` until they are loaded. */
export function useChallengeForm(
  name: ChallengeName | undefined,
  appForms: ChallengeForms = {},
): ChallengeForm<ChallengeName> | 'failed' | undefined {
  const { getState, subscribe, load } = useProvided().forms
  const loaded = useSyncExternalStore(subscribe, getState, getState)
  const appForm = name && (appForms[name] as ChallengeForm<ChallengeName> | undefined)
  const atOnce = appForm ?? (name && formFor(firstForms, name))
  const wanted = name !== undefined && !atOnce

  useEffect(() => {
    if (wanted) load()
  }, [wanted, load])

  if (!name || atOnce) return atOnce
  return typeof loaded === 'object' ? formFor(loaded, name) : loaded
}
