import { invalidParameter } from '../wire/service-exception.ts'
import type { FirstFactor, MfaConfiguration } from './pool.ts'

/** Throws if a pool cannot have these first factors. */
export function checkFirstFactors(factors: FirstFactor[], mfa: MfaConfiguration): void {
  if (factors.every((factor) => factor === 'WEB_AUTHN')) {
    throw invalidParameter('WEB_AUTHN must accompany another of the AllowedFirstAuthFactors.')
  }
  const code = factors.find((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP')
  if (code && mfa === 'ON') {
    throw invalidParameter(`${code} cannot be a first factor where MFA is required.`)
  }
}
