'use client'

import { AskPassword, type AskPasswordProps } from '../ask-password.tsx'
import type { PasswordChallenge } from './password.protocol.ts'

export type PasswordFormProps = AskPasswordProps<PasswordChallenge>

/** Asks for the password, which is sent. Pass `children` to arrange its parts yourself. */
export function PasswordForm(props: PasswordFormProps) {
  return <AskPassword {...props} />
}
