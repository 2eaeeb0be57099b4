'use client'

import { AskPassword, type AskPasswordProps } from '../ask-password.tsx'
import type { PasswordChallenge } from './password.protocol.ts'

export type PasswordFormProps = AskPasswordProps<PasswordChallenge>

/**
 * Asks for the password, and sends it.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function PasswordForm(props: PasswordFormProps) {
  return <AskPassword {...props} />
}
