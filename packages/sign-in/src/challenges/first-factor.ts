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

export function takesPassword(factor: FirstFactor): factor is 'PASSWORD' | 'PASSWORD_SRP' {
  return sendsPassword(factor) || provesPassword(factor)
}

/** Whether the answer to this step was a password, or went with one. */
export function isPasswordStep(step = ''): boolean {
  return /^(PASSWORD|ADMIN_NO_SRP_AUTH|SELECT_CHALLENGE)/.test(step)
}
