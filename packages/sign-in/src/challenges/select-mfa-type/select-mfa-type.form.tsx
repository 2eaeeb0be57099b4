'use client'

import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { mfaTypeFields } from '../mfa-type.fields.ts'
import { mfaChoices } from '../mfa-type.labels.ts'
import { selectMfaTypeLabels } from './select-mfa-type.labels.ts'
import type { SelectMfaTypeAnswer, SelectMfaTypeChallenge } from './select-mfa-type.protocol.ts'

export interface SelectMfaTypeFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<SelectMfaTypeChallenge, SelectMfaTypeAnswer>
  labels?: PartialLabels<typeof selectMfaTypeLabels>
}

/**
 * Asks which second factor to use.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function SelectMfaTypeForm({
  challenge,
  labels: ownLabels,
  children,
  ...form
}: SelectMfaTypeFormProps) {
  const labels = mergeLabels(selectMfaTypeLabels, ownLabels)
  const choices = mfaChoices(challenge.choices, labels.choices)
  return (
    <Challenge.Form<SelectMfaTypeAnswer> challenge={challenge} fields={mfaTypeFields} {...form}>
      {children ?? (
        <Challenge.Layout
          title={labels.title}
          hint={choices.length === 0 && labels.none}
          submit={choices.length > 0 && labels.submit}
        >
          <Challenge.Choice name="choice" choices={choices} />
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}
