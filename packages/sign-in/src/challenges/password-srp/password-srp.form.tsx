'use client'

import { AskPassword, type AskPasswordProps } from '../ask-password.tsx'
import type { PasswordSrpChallenge } from './password-srp.protocol.ts'

export type PasswordSrpFormProps = AskPasswordProps<PasswordSrpChallenge>

/** Asks for the password, of which a proof is sent. Pass `children` to arrange its parts yourself. */
export function PasswordSrpForm(props: PasswordSrpFormProps) {
  return <AskPassword {...props} />
}
