import { parseList } from './json-list.ts'

/** The second factors that a user can have. */
const mfaTypes = ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'] as const
export type MfaType = (typeof mfaTypes)[number]

/** The ones we know in a list that arrives as one string, a JSON array. */
export function readMfaTypes(list: string | undefined): MfaType[] {
  const offered = parseList(list)
  return mfaTypes.filter((type) => offered.includes(type))
}
