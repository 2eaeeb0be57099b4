import { checkFirstFactors } from '../pool/check-first-factors.ts'
import type { FirstFactor, MfaConfiguration } from '../pool/pool.ts'
import { list, type Shape, struct, text } from '../wire/shape.ts'

export interface SignInPolicySettings {
  AllowedFirstAuthFactors: string[] | undefined
}

export const signInPolicy: Shape<SignInPolicySettings | undefined> = struct({
  AllowedFirstAuthFactors: list(
    text({ values: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] }),
    { min: 1, max: 4 },
  ),
})

export function readSignInPolicy(
  settings: SignInPolicySettings | undefined,
  mfa: MfaConfiguration,
): FirstFactor[] | undefined {
  const factors = settings?.AllowedFirstAuthFactors as FirstFactor[] | undefined
  if (factors) checkFirstFactors(factors, mfa)
  return factors
}
