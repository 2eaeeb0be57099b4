'use client'

import { AskPassword, type AskPasswordProps } from '../ask-password.tsx'
import type { AdminNoSrpAuthChallenge } from './admin-no-srp-auth.protocol.ts'

export type AdminNoSrpAuthFormProps = AskPasswordProps<AdminNoSrpAuthChallenge>

/** Asks for the password, which is sent to a server of the app's own. Pass `children` to arrange its parts yourself. */
export function AdminNoSrpAuthForm(props: AdminNoSrpAuthFormProps) {
  return <AskPassword {...props} />
}
