'use client'

import type { FormElementProps } from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { AskCode } from '../ask-code.tsx'
import { smsOtpLabels } from './sms-otp.labels.ts'
import type { SmsOtpAnswer, SmsOtpChallenge } from './sms-otp.protocol.ts'

export interface SmsOtpFormProps extends FormElementProps {
  challenge: ChallengeState<SmsOtpChallenge, SmsOtpAnswer>
  labels?: PartialLabels<typeof smsOtpLabels>
}

/**
 * Asks for the code that Cognito sent by text message.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function SmsOtpForm({ labels, ...form }: SmsOtpFormProps) {
  return <AskCode labels={mergeLabels(smsOtpLabels, labels)} texted {...form} />
}
