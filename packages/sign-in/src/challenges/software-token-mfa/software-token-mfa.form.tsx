'use client'

import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { softwareTokenMfaFields } from './software-token-mfa.fields.ts'
import { softwareTokenMfaLabels } from './software-token-mfa.labels.ts'
import type {
  SoftwareTokenMfaAnswer,
  SoftwareTokenMfaChallenge,
} from './software-token-mfa.protocol.ts'

export interface SoftwareTokenMfaFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<SoftwareTokenMfaChallenge, SoftwareTokenMfaAnswer>
  labels?: PartialLabels<typeof softwareTokenMfaLabels>
}

/**
 * Asks for the code that an authenticator app shows.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function SoftwareTokenMfaForm({
  challenge,
  labels: ownLabels,
  children,
  ...form
}: SoftwareTokenMfaFormProps) {
  const labels = mergeLabels(softwareTokenMfaLabels, ownLabels)
  const { deviceName, tries, error } = challenge
  const clockMayBeOff = tries >= 2 && error?.code !== 'locked-out'
  const hint = deviceName ? (
    <>
      {labels.hintFor} <Challenge.UntrustedText>{deviceName}</Challenge.UntrustedText>
    </>
  ) : (
    labels.hint
  )
  return (
    <Challenge.Form
      challenge={challenge}
      fields={softwareTokenMfaFields}
      errors={labels.errors}
      {...form}
    >
      {children ?? (
        <Challenge.Layout title={labels.title} hint={hint} submit={labels.submit}>
          <Challenge.CodeField name="code" label={labels.code} />
          {clockMayBeOff && <Challenge.Note>{labels.clock}</Challenge.Note>}
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}
