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
  /** Your own form for any challenge; ours stand in for the rest. */
  forms?: ChallengeForms | undefined
  /** Your own labels for any challenge. */
  labels?: ChallengeLabels | undefined
}

/**
 * Renders the form of whichever challenge is asked, or nothing where none is. Until the form of the next
 * challenge is loaded, the one before it stays. Renders a `<div>` around the form.
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

  // The name chose both, so they fit each other.
  const Form = shown as ComponentType<{ challenge: ActiveChallenge; labels?: unknown }>
  const isOwn = forms?.[challenge.name] !== undefined
  return (
    // The page's first screen leaves the focus alone.
    <FocusOnEnter key={challenge.round} when={challenge.round > 0} onFocus={preload}>
      <Form challenge={challenge} {...(!isOwn && { labels: labels[challenge.name] })} />
    </FocusOnEnter>
  )
}

/** The newest value that was ready. */
function useLatest<Value>(value: Value, isReady: boolean): Value {
  const [latest, setLatest] = useState(value)
  if (isReady && latest !== value) setLatest(value)
  return isReady ? value : latest
}
