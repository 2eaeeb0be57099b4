'use client'

import type { FormElementProps } from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { AskCode } from '../ask-code.tsx'
import { smsMfaLabels } from './sms-mfa.labels.ts'
import type { SmsMfaAnswer, SmsMfaChallenge } from './sms-mfa.protocol.ts'

export interface SmsMfaFormProps extends FormElementProps {
  challenge: ChallengeState<SmsMfaChallenge, SmsMfaAnswer>
  labels?: PartialLabels<typeof smsMfaLabels>
}

/**
 * Asks for the code that Cognito sent by text message.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function SmsMfaForm({ labels, ...form }: SmsMfaFormProps) {
  return <AskCode labels={mergeLabels(smsMfaLabels, labels)} texted {...form} />
}
