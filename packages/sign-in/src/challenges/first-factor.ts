/** The ways in which USER_AUTH can begin, in the order in which they are offered, and what goes out with each. */
export const firstFactors = {
  WEB_AUTHN: {},
  PASSWORD_SRP: { srp: true },
  PASSWORD: { plain: true },
  EMAIL_OTP: {},
  SMS_OTP: {},
} as const
export type FirstFactor = keyof typeof firstFactors

export function takesPassword(factor: FirstFactor): factor is 'PASSWORD' | 'PASSWORD_SRP' {
  return factor.startsWith('PASSWORD')
}

/** Whether a password was the answer to this step, or went with it. */
export function isPasswordStep(step = ''): boolean {
  return /^PASSWORD|SRP|^SELECT_CH/.test(step)
}
