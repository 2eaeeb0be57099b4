'use client'

import type { ComponentType } from 'react'
import type { ChallengeForms, ChallengeLabels } from '../challenges/challenge-forms.ts'
import type { ActiveChallenge } from '../challenges/challenge.ts'
import { FocusOnEnter } from '../parts/focus-on-enter.tsx'
import { usePartsLabels } from '../parts/parts-labels-context.ts'
import { useProvided } from './auth-provider.tsx'
import { useAuthChallenge } from './use-auth-challenge.ts'
import { useChallengeForm } from './use-challenge-form.ts'

export interface ChallengeScreenProps {
  /** Your own form for any challenge; ours stand in for the rest. */
  forms?: ChallengeForms | undefined
  /** Your own words for any challenge. */
  labels?: ChallengeLabels | undefined
}

/** Renders the form of whichever challenge came back, or nothing between challenges. */
export function ChallengeScreen({ forms, labels = {} }: ChallengeScreenProps) {
  const { challenge } = useAuthChallenge()
  const { load } = useProvided().forms
  const words = usePartsLabels()
  const own = challenge && forms?.[challenge.name]
  const found = useChallengeForm(challenge?.name, forms)
  if (!challenge || !found) return null
  if (found === 'failed') {
    return (
      <div data-part="form" data-challenge={challenge.name} role="alert">
        <p data-part="hint">{words.notLoaded}</p>
        <button data-part="submit" type="button" onClick={load}>
          {words.tryAgain}
        </button>
      </div>
    )
  }
  // The name chose both, so they fit each other.
  const Form = found as ComponentType<{ challenge: ActiveChallenge; labels?: unknown }>
  return (
    <FocusOnEnter key={challenge.round}>
      <Form challenge={challenge} {...(!own && { labels: labels[challenge.name] })} />
    </FocusOnEnter>
  )
}
