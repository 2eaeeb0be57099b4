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

/** The form for every challenge that asks for the password. */
export function AskPassword({
  challenge,
  labels: ownLabels,
  children,
  ...form
}: AskPasswordProps<{ name: string }>) {
  const labels = mergeLabels(askPasswordLabels, ownLabels)
  return (
    <Challenge.Form challenge={challenge} fields={askPasswordFields} {...form}>
      {children ?? (
        <Challenge.Layout title={labels.title} submit={labels.submit}>
          <Challenge.Username />
          <Challenge.PasswordField name="password" label={labels.password} />
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}
