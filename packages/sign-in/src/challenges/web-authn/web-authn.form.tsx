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

/**
 * Shows a button that makes the browser ask for the passkey.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
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
