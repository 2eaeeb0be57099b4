'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { type ChallengeForm, type ChallengeForms, formFor } from '../challenges/challenge-forms.ts'
import type { ChallengeName } from '../challenges/challenge.ts'
import { useProvided } from './auth-provider.tsx'

/** The form for a challenge: the app's own at once, ours as soon as it is here. */
export function useChallengeForm(
  name: ChallengeName | undefined,
  own: ChallengeForms = {},
): ChallengeForm<ChallengeName> | 'failed' | undefined {
  const { getState, subscribe, load } = useProvided().forms
  const loaded = useSyncExternalStore(subscribe, getState, getState)
  const ownForm = name && (own[name] as ChallengeForm<ChallengeName> | undefined)
  const wanted = name !== undefined && !ownForm

  useEffect(() => {
    if (wanted) load()
  }, [wanted, load])

  if (!name || ownForm) return ownForm
  return typeof loaded === 'object' ? formFor(loaded, name) : loaded
}
