'use client'

import { useEffect } from 'react'
import * as Challenge from '../../parts/index.ts'
import { preloadQr } from '../../parts/qr-code.tsx'
import { mfaTypeFields } from '../mfa-type.fields.ts'
import { mfaChoices } from '../mfa-type.labels.ts'
import type { MfaType } from '../mfa-type.ts'
import type { SetupStepProps } from './setup-step.ts'

export interface ChooseSetupProps extends Omit<SetupStepProps, 'onChooseSetup'> {
  onChosen: (type: MfaType) => void
}

/** Asks which second factor to set up. Cognito is not told: the choice decides which form comes next. */
export function ChooseSetup({ challenge, labels, onChosen, children, ...form }: ChooseSetupProps) {
  useEffect(preloadQr, [])
  const choices = mfaChoices(challenge.choices, labels.choices)
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
        <Challenge.Layout
          title={labels.title}
          hint={choices.length > 0 ? labels.hint : labels.none}
          submit={choices.length > 0 && labels.submit}
        >
          <Challenge.Choice name="choice" choices={choices} />
        </Challenge.Layout>
      )}
    </Challenge.Form>
  )
}
