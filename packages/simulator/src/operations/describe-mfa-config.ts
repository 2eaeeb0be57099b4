import type { Pool } from '../pool/pool.ts'
import { describePasskeySettings } from './passkey-settings.ts'

/** The MFA settings of a pool. SMS and e-mail are absent if they are off. */
export function describeMfaConfig({ mfa, mfaTypes, passkeys, describedMfa }: Pool): object {
  return {
    MfaConfiguration: mfa,
    ...(mfaTypes.includes('SMS_MFA') && { SmsMfaConfiguration: {} }),
    ...(mfaTypes.includes('EMAIL_OTP') && { EmailMfaConfiguration: {} }),
    ...describedMfa,
    ...(passkeys && { WebAuthnConfiguration: describePasskeySettings(passkeys) }),
    SoftwareTokenMfaConfiguration: { Enabled: mfaTypes.includes('SOFTWARE_TOKEN_MFA') },
  }
}
