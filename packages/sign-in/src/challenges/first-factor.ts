import type { Held } from '../protocol/held.ts'

/** The ways in which USER_AUTH can begin. */
export const firstFactors = [
  'WEB_AUTHN',
  'PASSWORD_SRP',
  'PASSWORD',
  'EMAIL_OTP',
  'SMS_OTP',
] as const
export type FirstFactor = (typeof firstFactors)[number]

/** Whether the password itself goes out. */
export function sendsPassword(factor: FirstFactor): boolean {
  return factor === 'PASSWORD'
}

/** Whether a proof of the password goes out. */
export function provesPassword(factor: FirstFactor): boolean {
  return factor === 'PASSWORD_SRP'
}

/** AuthParameters that ask for one way at once. */
export async function preference(
  factor: FirstFactor,
  { password, srp }: Held,
): Promise<Record<string, string>> {
  return {
    PREFERRED_CHALLENGE: factor,
    ...(factor === 'PASSWORD' && { PASSWORD: password }),
    ...(factor === 'PASSWORD_SRP' && { SRP_A: (await srp()).publicKey }),
  }
}
