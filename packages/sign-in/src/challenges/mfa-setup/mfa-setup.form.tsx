'use client'

import { useState } from 'react'
import * as Challenge from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { FocusOnEnter } from '../../parts/focus-on-enter.tsx'
import type { MfaType } from '../mfa-type.ts'
import { AddEmail, AddPhone } from './add-destination.tsx'
import { ChooseSetup } from './choose-setup.tsx'
import { mfaSetupLabels, type MfaSetupLabels } from './mfa-setup.labels.ts'
import type { MfaSetupAnswer, MfaSetupChallenge } from './mfa-setup.protocol.ts'
import { SetUpApp } from './set-up-app.tsx'

export interface MfaSetupFormProps extends Challenge.FormElementProps {
  challenge: ChallengeState<MfaSetupChallenge, MfaSetupAnswer>
  labels?: PartialLabels<MfaSetupLabels>
}

export interface SetupStepProps extends Challenge.FormElementProps {
  challenge: MfaSetupFormProps['challenge']
  text: MfaSetupLabels
  /** Back to the choice, where there is one. */
  onOther: (() => void) | undefined
}

/** Sets up a second factor: the choice where there are several, then the one chosen. */
export function MfaSetupForm({ challenge, labels, ...form }: MfaSetupFormProps) {
  const text = mergeLabels(mfaSetupLabels, labels)
  const { choices } = challenge
  const [chosen, setChosen] = useState<MfaType | undefined>(
    choices.length === 1 ? choices[0] : undefined,
  )
  const [moved, setMoved] = useState(false)

  function move(to: MfaType | undefined) {
    setChosen(to)
    setMoved(true)
  }

  const onOther = choices.length > 1 ? () => move(undefined) : undefined
  const Step = chosen && steps[chosen]
  const step = Step ? (
    <Step challenge={challenge} text={text} onOther={onOther} {...form} />
  ) : (
    <ChooseSetup challenge={challenge} text={text} onChosen={move} {...form} />
  )
  // Screens within one challenge: here, too, the focus goes along.
  const screen = `${chosen} ${challenge.secretCode ? 'with' : 'without'} a key`
  return moved ? <FocusOnEnter key={screen}>{step}</FocusOnEnter> : step
}

const steps = { SOFTWARE_TOKEN_MFA: SetUpApp, EMAIL_OTP: AddEmail, SMS_MFA: AddPhone }
