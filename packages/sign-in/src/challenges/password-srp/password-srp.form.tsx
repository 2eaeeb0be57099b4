'use client'

import { AskPassword, type AskPasswordProps } from '../ask-password.tsx'
import type { PasswordSrpChallenge } from './password-srp.protocol.ts'

export type PasswordSrpFormProps = AskPasswordProps<PasswordSrpChallenge>

/**
 * Asks for the password. The password itself is not sent, only a proof of it.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function PasswordSrpForm(props: PasswordSrpFormProps) {
  return <AskPassword {...props} />
}
