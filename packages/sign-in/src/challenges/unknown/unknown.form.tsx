'use client'

import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import type { ChallengeResponses } from '../../protocol/wire.ts'
import { unknownLabels } from './unknown.labels.ts'
import type { UnknownChallenge } from './unknown.protocol.ts'

export interface UnknownFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<UnknownChallenge, ChallengeResponses>
  labels?: PartialLabels<typeof unknownLabels>
}

/**
 * Names a challenge that the kit does not know, and leads back to the start.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function UnknownForm({ challenge, labels: ownLabels, children, ...form }: UnknownFormProps) {
  const labels = mergeLabels(unknownLabels, ownLabels)
  const hint = (
    <>
      {labels.hint} <Challenge.UntrustedText>{challenge.cognitoName}</Challenge.UntrustedText>
    </>
  )
  return (
    <Challenge.Form<ChallengeResponses> challenge={challenge} fields={{}} {...form}>
      {children ?? <Challenge.Layout title={labels.title} hint={hint} />}
    </Challenge.Form>
  )
}
