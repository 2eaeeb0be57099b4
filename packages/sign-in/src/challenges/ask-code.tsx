'use client'

import * as Challenge from '../parts/index.ts'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import { askCodeFields } from './ask-code.fields.ts'

export interface AskCodeProps extends Challenge.FormElementProps {
  challenge: ChallengeState<{ name: string; destination: string | undefined }, { code: string }>
  labels: AskCodeLabels
  /** The code comes by text message. */
  texted?: boolean
}

interface AskCodeLabels {
  title: string
  hint: string
  /** Stands for the destination where the pool does not tell it. */
  somewhere: string
  code: string
  submit: string
}

/** The form for every code that Cognito delivers. */
export function AskCode({ challenge, labels, texted = false, children, ...form }: AskCodeProps) {
  const { destination = labels.somewhere } = challenge
  const hint = (
    <>
      {labels.hint} <Challenge.UntrustedText>{destination}</Challenge.UntrustedText>
    </>
  )
  return (
    <Challenge.Form challenge={challenge} fields={askCodeFields} {...form}>
      {children ?? (
        <Challenge.Layout title={labels.title} hint={hint} submit={labels.submit}>
          <Challenge.CodeField name="code" label={labels.code} texted={texted} />
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}
