'use client'

import * as Challenge from '../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../parts/merge-labels.ts'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import { askPasswordFields } from './ask-password.fields.ts'
import { askPasswordLabels } from './ask-password.labels.ts'

export interface AskPasswordProps<Asked extends { name: string }>
  extends Challenge.FormElementProps {
  challenge: ChallengeState<Asked, { password: string }>
  labels?: PartialLabels<typeof askPasswordLabels>
}

/** What the forms of all challenges that take a password have in common. */
export function AskPassword({
  challenge,
  labels,
  children,
  ...form
}: AskPasswordProps<{ name: string }>) {
  const text = mergeLabels(askPasswordLabels, labels)
  return (
    <Challenge.Form challenge={challenge} fields={askPasswordFields} {...form}>
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.ErrorMessage />
          <Challenge.Username />
          <Challenge.PasswordField name="password" label={text.password} />
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <Challenge.TimeLeft />
          <Challenge.ChooseMethod />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}
