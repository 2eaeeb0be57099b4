/** The second factors that a user can have. */
const mfaTypes = ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'] as const
export type MfaType = (typeof mfaTypes)[number]

/** The ones we know in a list that arrives as one string, a JSON array. */
export function readMfaTypes(list: string | undefined): MfaType[] {
  const offered = parseList(list)
  return mfaTypes.filter((type) => offered.includes(type))
}

/** A JSON array inside a string, as Cognito sends its lists; anything else is an empty list. */
export function parseList(list: string | undefined): string[] {
  try {
    const parsed: unknown = JSON.parse(list ?? '[]')
    return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}

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
