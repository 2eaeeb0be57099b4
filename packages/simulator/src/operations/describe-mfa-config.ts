import type { Pool } from '../pool/pool.ts'

/** The MFA settings of a pool; a message factor that is off is absent. */
export function describeMfaConfig({ mfa, mfaTypes, describedMfa }: Pool): object {
  return {
    MfaConfiguration: mfa,
    ...(mfaTypes.includes('SMS_MFA') && { SmsMfaConfiguration: {} }),
    ...(mfaTypes.includes('EMAIL_OTP') && { EmailMfaConfiguration: {} }),
    ...describedMfa,
    SoftwareTokenMfaConfiguration: { Enabled: mfaTypes.includes('SOFTWARE_TOKEN_MFA') },
  }
}
