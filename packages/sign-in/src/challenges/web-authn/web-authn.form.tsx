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
export function WebAuthnForm({ challenge, labels, children, ...form }: WebAuthnFormProps) {
  const text = mergeLabels(webAuthnLabels, labels)
  return (
    <Challenge.Form<WebAuthnAnswer>
      challenge={challenge}
      fields={{}}
      toAnswer={() => ({})}
      {...form}
    >
      {children ?? (
        <>
          <Challenge.Username />
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.Hint>{text.hint}</Challenge.Hint>
          <Challenge.ErrorMessage />
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <Challenge.TimeLeft />
          <Challenge.ChooseMethod />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}
