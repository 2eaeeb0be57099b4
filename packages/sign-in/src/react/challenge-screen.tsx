'use client'

import { type ComponentType, useState } from 'react'
import type { ChallengeForms, ChallengeLabels } from '../challenges/challenge-forms.ts'
import type { ActiveChallenge } from '../challenges/challenge.ts'
import { FocusOnEnter } from '../parts/focus-on-enter.tsx'
import { usePartsLabels } from '../parts/parts-labels-context.ts'
import { partsLabels } from '../parts/parts.labels.ts'
import { useProvided } from './auth-provider.tsx'
import { useAuthChallenge } from './use-auth-challenge.ts'
import { useChallengeForm } from './use-challenge-form.ts'

export interface ChallengeScreenProps {
  /** Your own forms, by challenge. The kit's forms are used for the others. */
  forms?: ChallengeForms | undefined
  /** Your own labels, by challenge. */
  labels?: ChallengeLabels | undefined
}

/**
 * Shows the form of the current challenge, or nothing if there is no challenge. While the form of the next
 * challenge is loading, the previous one stays. Renders a `<div>` around the form.
 */
export function ChallengeScreen({ forms, labels = {} }: ChallengeScreenProps) {
  const { auth, forms: loader } = useProvided()
  const { notLoaded, tryAgain } = usePartsLabels(partsLabels)
  const { challenge: asked } = useAuthChallenge()
  const form = useChallengeForm(asked?.name, forms)
  // Nothing is kept once nothing is asked: a challenge may hold a secret.
  const challenge = useLatest(asked, !asked || form !== undefined)
  const shown = useChallengeForm(challenge?.name, forms)
  if (!asked || !challenge || !shown) return null
  if (shown === 'failed') {
    return (
      <div data-part="form" data-challenge={challenge.name} role="alert">
        <p data-part="hint">{notLoaded}</p>
        <button data-part="submit" type="button" onClick={loader.load}>
          {tryAgain}
        </button>
      </div>
    )
  }

  function preload() {
    auth.preload()
    loader.load()
  }

  // The cast is safe: the name selects both the challenge and its form.
  const Form = shown as ComponentType<{ challenge: ActiveChallenge; labels?: unknown }>
  const isOwn = forms?.[challenge.name] !== undefined
  return (
    // The first screen of a page does not take the focus.
    <FocusOnEnter key={challenge.round} when={challenge.round > 0} onFocus={preload}>
      <Form challenge={challenge} {...(!isOwn && { labels: labels[challenge.name] })} />
    </FocusOnEnter>
  )
}

/** Returns the newest value for which `isReady` was true. */
function useLatest<Value>(value: Value, isReady: boolean): Value {
  const [latest, setLatest] = useState(value)
  if (isReady && latest !== value) setLatest(value)
  return isReady ? value : latest
}
