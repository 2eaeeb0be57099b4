'use client'

import { useState } from 'react'
import type { FormElementProps } from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { FocusOnEnter } from '../../parts/focus-on-enter.tsx'
import type { MfaType } from '../mfa-type.ts'
import { AddEmail, AddPhone } from './add-destination.tsx'
import { ChooseSetup } from './choose-setup.tsx'
import { mfaSetupLabels, type MfaSetupLabels } from './mfa-setup.labels.ts'
import type { MfaSetupAnswer, MfaSetupChallenge } from './mfa-setup.protocol.ts'
import { SetUpApp } from './set-up-app.tsx'

export interface MfaSetupFormProps extends FormElementProps {
  challenge: ChallengeState<MfaSetupChallenge, MfaSetupAnswer>
  labels?: PartialLabels<MfaSetupLabels>
}

/**
 * Sets up a second factor. Where there are several, it asks first which one. Renders a `<form>`, which
 * gets the attributes.
 */
export function MfaSetupForm({ challenge, labels: ownLabels, ...form }: MfaSetupFormProps) {
  const labels = mergeLabels(mfaSetupLabels, ownLabels)
  const { choices } = challenge
  const [chosen, setChosen] = useState<MfaType | undefined>(
    choices.length === 1 ? choices[0] : undefined,
  )
  const [moved, setMoved] = useState(false)

  function move(to: MfaType | undefined) {
    setChosen(to)
    setMoved(true)
  }

  const onChooseSetup = choices.length > 1 ? () => move(undefined) : undefined
  const Step = chosen && steps[chosen]
  const step = Step ? (
    <Step challenge={challenge} labels={labels} onChooseSetup={onChooseSetup} {...form} />
  ) : (
    <ChooseSetup challenge={challenge} labels={labels} onChosen={move} {...form} />
  )
  // This challenge has several screens, and the focus has to move with each of them.
  const screen = `${chosen} ${challenge.secretCode ? 'with' : 'without'} a key`
  return moved ? <FocusOnEnter key={screen}>{step}</FocusOnEnter> : step
}

const steps = { SOFTWARE_TOKEN_MFA: SetUpApp, EMAIL_OTP: AddEmail, SMS_MFA: AddPhone }
