'use client'

import { AskPassword, type AskPasswordProps } from '../ask-password.tsx'
import type { AdminNoSrpAuthChallenge } from './admin-no-srp-auth.protocol.ts'

export type AdminNoSrpAuthFormProps = AskPasswordProps<AdminNoSrpAuthChallenge>

/**
 * Asks for the password, and sends it to a server of the app.
 * Renders a `<form>`, which gets the attributes. Pass `children` to arrange its parts yourself.
 */
export function AdminNoSrpAuthForm(props: AdminNoSrpAuthFormProps) {
  return <AskPassword {...props} />
}
