/** The sign-in methods of USER_AUTH, in the order in which they are offered, and what goes out with each. */
export const firstFactors = {
  WEB_AUTHN: {},
  PASSWORD_SRP: { srp: true, takesPassword: true },
  PASSWORD: { plain: true, takesPassword: true },
  EMAIL_OTP: {},
  SMS_OTP: {},
} as const satisfies Record<string, { srp?: true; plain?: true; takesPassword?: true }>
export type FirstFactor = keyof typeof firstFactors

export function takesPassword(factor: FirstFactor): factor is 'PASSWORD' | 'PASSWORD_SRP' {
  return 'takesPassword' in firstFactors[factor]
}
