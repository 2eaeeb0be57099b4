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

/** Asks which second factor to use. Pass `children` to arrange its parts yourself. */
export function SelectMfaTypeForm({
  challenge,
  labels,
  children,
  ...form
}: SelectMfaTypeFormProps) {
  const text = mergeLabels(selectMfaTypeLabels, labels)
  const choices = mfaChoices(challenge.choices, text.choices)
  return (
    <Challenge.Form<SelectMfaTypeAnswer> challenge={challenge} fields={mfaTypeFields} {...form}>
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          {choices.length === 0 && <Challenge.Hint>{text.none}</Challenge.Hint>}
          <Challenge.ErrorMessage />
          <Challenge.Choice name="choice" choices={choices} />
          {choices.length > 0 && <Challenge.Submit>{text.submit}</Challenge.Submit>}
          <Challenge.TimeLeft />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}
