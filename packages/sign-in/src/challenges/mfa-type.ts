import { parseList } from './json-list.ts'

/** The second factors, in the order of the choice. */
const mfaTypes = ['SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP'] as const
export type MfaType = (typeof mfaTypes)[number]

/** The second factors in a JSON array in a string. Names that the kit does not know are left out. */
export function readMfaTypes(list: string | undefined): MfaType[] {
  const offered = parseList(list)
  return mfaTypes.filter((type) => offered.includes(type))
}
