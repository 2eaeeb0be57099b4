'use client'

import { useEffect } from 'react'
import * as Challenge from '../../parts/index.ts'
import { preloadQr } from '../../parts/qr-code.tsx'
import { mfaTypeFields } from '../mfa-type.fields.ts'
import { mfaChoices } from '../mfa-type.labels.ts'
import type { MfaType } from '../mfa-type.ts'
import type { SetupStepProps } from './setup-step.ts'

export interface ChooseSetupProps extends Omit<SetupStepProps, 'onOther'> {
  onChosen: (type: MfaType) => void
}

/** The service never hears of this choice: it only decides which form comes next. */
export function ChooseSetup({ challenge, text, onChosen, children, ...form }: ChooseSetupProps) {
  useEffect(preloadQr, [])
  const choices = mfaChoices(challenge.choices, text.choices)
  const choosing = {
    ...challenge,
    async respond({ choice }: { choice: MfaType }) {
      onChosen(choice)
      if (choice === 'SOFTWARE_TOKEN_MFA' && !challenge.secretCode) {
        await challenge.respond({ choice })
      }
    },
  }
  return (
    <Challenge.Form<{ choice: MfaType }> challenge={choosing} fields={mfaTypeFields} {...form}>
      {children ?? (
        <>
          <Challenge.Title>{text.title}</Challenge.Title>
          <Challenge.Hint>{choices.length > 0 ? text.hint : text.none}</Challenge.Hint>
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
