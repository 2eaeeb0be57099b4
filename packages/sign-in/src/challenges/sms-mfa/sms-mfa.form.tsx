'use client'

import * as Challenge from '../../parts/index.ts'
import { type Labels, mergeLabels } from '../../parts/merge-labels.ts'
import type { Active } from '../../protocol/active-challenge.ts'
import { smsMfaFields } from './sms-mfa.fields.ts'
import { smsMfaLabels } from './sms-mfa.labels.ts'
import type { SmsMfaAnswer, SmsMfaChallenge } from './sms-mfa.protocol.ts'

export interface SmsMfaFormProps extends Challenge.FormElementProps {
  challenge: Active<SmsMfaChallenge, SmsMfaAnswer>
  labels?: Labels<typeof smsMfaLabels>
}

/** Asks for the code that Cognito texted. Pass `children` to arrange its parts yourself. */
export function SmsMfaForm({ challenge, labels, children, ...form }: SmsMfaFormProps) {
  const text = mergeLabels(smsMfaLabels, labels)
  const { destination = text.somewhere } = challenge
  return (
    <Challenge.Form challenge={challenge} fields={smsMfaFields} {...form}>
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.Hint>
            {text.hint} <Challenge.Inert>{destination}</Challenge.Inert>
          </Challenge.Hint>
          <Challenge.ErrorMessage />
          <Challenge.CodeField name="code" label={text.code} texted />
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <Challenge.TimeLeft />
          <Challenge.Resend />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}
