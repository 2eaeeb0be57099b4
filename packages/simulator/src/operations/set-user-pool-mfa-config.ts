import { checkFirstFactors } from '../pool/check-first-factors.ts'
import type { MfaConfiguration, MfaType } from '../pool/pool.ts'
import { userPoolId } from '../wire/fields.ts'
import { invalidParameter } from '../wire/service-exception.ts'
import { flag, required, struct, text } from '../wire/shape.ts'
import { describeMfaConfig } from './describe-mfa-config.ts'
import { pick, storedMfaSettings } from './described-settings.ts'
import { findPool } from './find.ts'
import { type Operation, operation } from './operation.ts'
import { passkeySettings, readPasskeySettings } from './passkey-settings.ts'

export const setUserPoolMfaConfig: Operation = operation(
  struct({
    ...storedMfaSettings,
    MfaConfiguration: text({ values: ['OFF', 'ON', 'OPTIONAL'] }),
    SoftwareTokenMfaConfiguration: struct({ Enabled: flag() }),
    UserPoolId: required(userPoolId),
    WebAuthnConfiguration: passkeySettings,
  }),
  (request, service) => {
    const pool = findPool(service, request.UserPoolId)
    const enabled: Record<MfaType, boolean> = {
      SMS_MFA: request.SmsMfaConfiguration !== undefined,
      EMAIL_OTP: request.EmailMfaConfiguration !== undefined,
      SOFTWARE_TOKEN_MFA: request.SoftwareTokenMfaConfiguration?.Enabled === true,
    }
    const types = (Object.keys(enabled) as MfaType[]).filter((type) => enabled[type])
    const mfa = (request.MfaConfiguration ?? pool.mfa) as MfaConfiguration
    if (mfa === 'OFF' && types.length > 0) {
      throw invalidParameter(
        "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
      )
    }
    if (mfa !== 'OFF' && types.length === 0) {
      throw invalidParameter(
        "Invalid MFA configuration given, can't turn on MFA without an MFA type.",
      )
    }
    checkFirstFactors(pool.firstFactors, mfa)
    pool.mfa = mfa
    pool.mfaTypes = types
    pool.passkeys = readPasskeySettings(request.WebAuthnConfiguration)
    pool.describedMfa = pick(Object.keys(storedMfaSettings), request)
    pool.modifiedAt = service.clock.now()
    return describeMfaConfig(pool)
  },
)
