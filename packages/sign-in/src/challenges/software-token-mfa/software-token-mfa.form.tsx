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

/** Asks for the code that an authenticator app shows. Pass `children` to arrange its parts yourself. */
export function SoftwareTokenMfaForm({
  challenge,
  labels,
  children,
  ...form
}: SoftwareTokenMfaFormProps) {
  const text = mergeLabels(softwareTokenMfaLabels, labels)
  const { deviceName, tries, error } = challenge
  const clockMayBeOff = tries >= 2 && error?.code !== 'locked-out'
  return (
    <Challenge.Form
      challenge={challenge}
      fields={softwareTokenMfaFields}
      errors={text.errors}
      {...form}
    >
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.Hint>
            {deviceName ? text.hintFor : text.hint}{' '}
            {deviceName && <Challenge.UntrustedText>{deviceName}</Challenge.UntrustedText>}
          </Challenge.Hint>
          <Challenge.ErrorMessage />
          <Challenge.CodeField name="code" label={text.code} />
          {clockMayBeOff && <Challenge.Note>{text.clock}</Challenge.Note>}
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <Challenge.TimeLeft />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}
