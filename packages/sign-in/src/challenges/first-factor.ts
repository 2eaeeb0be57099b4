/**
 * The sign-in methods of USER_AUTH, in the order of the choice. `plain` and `srp` say what goes with
 * InitiateAuth: the password or SRP_A. See `docs/cognito.md#user-auth`.
 */
export const firstFactors = {
  WEB_AUTHN: {},
  PASSWORD_SRP: { srp: true, takesPassword: true },
  PASSWORD: { plain: true, takesPassword: true },
  EMAIL_OTP: {},
  SMS_OTP: {},
} as const satisfies Record<string, { srp?: true; plain?: true; takesPassword?: true }>
/** A sign-in method of USER_AUTH. */
export type FirstFactor = keyof typeof firstFactors

export function takesPassword(factor: FirstFactor): factor is 'PASSWORD' | 'PASSWORD_SRP' {
  return 'takesPassword' in firstFactors[factor]
}
