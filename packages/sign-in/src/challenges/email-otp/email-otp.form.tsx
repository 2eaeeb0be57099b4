'use client'

import type { FormElementProps } from '../../parts/index.ts'
import { mergeLabels, type PartialLabels } from '../../parts/merge-labels.ts'
import type { ChallengeState } from '../../protocol/active-challenge.ts'
import { AskCode } from '../ask-code.tsx'
import { emailOtpLabels } from './email-otp.labels.ts'
import type { EmailOtpAnswer, EmailOtpChallenge } from './email-otp.protocol.ts'

export interface EmailOtpFormProps extends FormElementProps {
  challenge: ChallengeState<EmailOtpChallenge, EmailOtpAnswer>
  labels?: PartialLabels<typeof emailOtpLabels>
}

/**
 * Asks for the code that Cognito sent by e-mail.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function EmailOtpForm({ labels, ...form }: EmailOtpFormProps) {
  return <AskCode labels={mergeLabels(emailOtpLabels, labels)} {...form} />
}
