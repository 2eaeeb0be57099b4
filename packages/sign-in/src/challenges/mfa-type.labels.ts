import type { MfaType } from './mfa-type.ts'

export interface MfaTypeLabels {
  name: string
  hint: string
}

export const mfaTypeLabels: Record<MfaType, MfaTypeLabels> = {
  SOFTWARE_TOKEN_MFA: {
    name: 'Authenticator app',
    hint: 'A code from an app such as 1Password, Authy or Google Authenticator',
  },
  SMS_MFA: { name: 'Text message', hint: 'A code sent to your phone' },
  EMAIL_OTP: { name: 'E-mail', hint: 'A code sent to your inbox' },
}

/** The factors in the format of `<Challenge.Choice>`. */
export function mfaChoices(
  types: MfaType[],
  labels: typeof mfaTypeLabels,
): { value: MfaType; label: string; hint: string }[] {
  return types.map((value) => ({ value, label: labels[value].name, hint: labels[value].hint }))
}
