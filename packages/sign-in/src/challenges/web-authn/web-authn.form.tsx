'use client'

import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { webAuthnLabels } from './web-authn.labels.ts'
import type { WebAuthnAnswer, WebAuthnChallenge } from './web-authn.protocol.ts'

export interface WebAuthnFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<WebAuthnChallenge, WebAuthnAnswer>
  labels?: PartialLabels<typeof webAuthnLabels>
}

/** Asks for a press, upon which the browser asks for the passkey. Pass `children` to arrange its parts yourself. */
export function WebAuthnForm({
  challenge,
  labels: ownLabels,
  children,
  ...form
}: WebAuthnFormProps) {
  const labels = mergeLabels(webAuthnLabels, ownLabels)
  return (
    <Challenge.Form<WebAuthnAnswer> challenge={challenge} fields={{}} {...form}>
      {children ?? (
        <Challenge.Layout title={labels.title} hint={labels.hint} submit={labels.submit}>
          <Challenge.Username />
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}
