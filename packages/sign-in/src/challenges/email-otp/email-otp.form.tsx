'use client'

import * as Challenge from '../../parts/index.ts'
import { type Labels, mergeLabels } from '../../parts/merge-labels.ts'
import type { Active } from '../../protocol/active-challenge.ts'
import { emailOtpFields } from './email-otp.fields.ts'
import { emailOtpLabels } from './email-otp.labels.ts'
import type { EmailOtpAnswer, EmailOtpChallenge } from './email-otp.protocol.ts'

export interface EmailOtpFormProps extends Challenge.FormElementProps {
  challenge: Active<EmailOtpChallenge, EmailOtpAnswer>
  labels?: Labels<typeof emailOtpLabels>
}

/** Asks for the code that Cognito e-mailed. Pass `children` to arrange its parts yourself. */
export function EmailOtpForm({ challenge, labels, children, ...form }: EmailOtpFormProps) {
  const text = mergeLabels(emailOtpLabels, labels)
  const { destination = text.somewhere } = challenge
  return (
    <Challenge.Form challenge={challenge} fields={emailOtpFields} {...form}>
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.Hint>
            {text.hint} <Challenge.Inert>{destination}</Challenge.Inert>
          </Challenge.Hint>
          <Challenge.ErrorMessage />
          <Challenge.CodeField name="code" label={text.code} />
          <Challenge.Submit>{text.submit}</Challenge.Submit>
          <Challenge.TimeLeft />
          <Challenge.Resend />
          <Challenge.Restart />
        </>
      )}
    </Challenge.Form>
  )
}
