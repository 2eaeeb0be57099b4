'use client'

import * as Challenge from '../parts/index.ts'
import type { ChallengeState } from '../protocol/active-challenge.ts'
import { askCodeFields } from './ask-code.fields.ts'

export interface AskCodeProps extends Challenge.FormElementProps {
  challenge: ChallengeState<{ name: string; destination: string | undefined }, { code: string }>
  text: AskCodeLabels
  /** It comes by text message. */
  texted?: boolean
}

interface AskCodeLabels {
  title: string
  hint: string
  /** Where it went, if the pool does not say. */
  somewhere: string
  code: string
  submit: string
}

/** What the forms of all codes that Cognito delivers have in common. */
export function AskCode({ challenge, text, texted = false, children, ...form }: AskCodeProps) {
  const { destination = text.somewhere } = challenge
  return (
    <Challenge.Form challenge={challenge} fields={askCodeFields} {...form}>
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.Hint>
            {text.hint} <Challenge.UntrustedText>{destination}</Challenge.UntrustedText>
          </Challenge.Hint>
          <Challenge.ErrorMessage />
          <Challenge.CodeField name="code" label={text.code} texted={texted} />
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <Challenge.TimeLeft />
          <Challenge.Resend />
          <Challenge.ChooseMethod />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}
